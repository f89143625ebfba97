using System.Globalization;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Conversations.Words;

/// <summary>English. Written for this product.</summary>
internal sealed class EnglishPhrases : Phrases
{
    public override string Board => "CT Resident Advisory Board";

    public override string Subject(string code) => $"{Board}: a question for you [{code}]";

    public override string Choices(IReadOnlyList<string> offered) =>
        ChoicesInShort(offered) + " You can add words.";

    public override string ChoicesInShort(IReadOnlyList<string> offered) =>
        "Reply " + string.Join("; ", offered.Select((choice, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {choice}"))) + ".";

    public override int MostParts => 2;

    public override int LongestParts => 3;

    public override string OrHere(string link) => $"Or go to {link}";

    public override string OnPage(string link) => $"You can reply to this mail, or answer on your own page:\n{link}";

    public override string StopInShort => "STOP to end.";

    public override string ReminderInShort(string lastDay) => $"{Board}: you can answer until {lastDay}.";

    public override string WhichOne(string choices) => $"{Board}: We saved your message. Which one do you pick? {choices} Or do nothing.";

    public override string Numbers(int offered) =>
        string.Create(CultureInfo.InvariantCulture, $"Reply {string.Join(", ", Enumerable.Range(1, offered - 1))} or {offered}.");

    public override string InYourWords => "Reply in your own words.";

    public override string StopHint => "STOP to end, HELP for help.";

    public override string Discreet => $"{Board}: a new question. Reply ASK to see it here.";

    public override string DiscreetNext => "Reply ASK to see it.";

    public override string Ask => "ask";

    public override string Reminder(string lastDay) => $"{Board}: we do not have your answer yet. You can answer until {lastDay}.";

    public override string MoreTime(string lastDay) =>
        $"{Board}: there is more time. You can answer, or change your answer, until {lastDay}.";

    public override string EndedEarly => $"{Board}: our questions ended early. You do not need to answer them. Thank you.";

    public override string Context => "What is known:";

    public override string Risks => "What could go wrong, as the agency sees it:";

    public override string InEnglish => "(in English)";

    public override string NotInDictionary => "Not in the public list of data (the agency's names):";

    public override string MoreData(int count, bool withPage) =>
        string.Create(CultureInfo.InvariantCulture, $"and {count} more{(withPage ? " (your page shows all of them)" : "")}");

    public override string Safety =>
        "Your answer cannot change your benefits. Your caseworker does not see your name.\n" +
        "We do not give your name to the agency. A court or public-records law may require us to share records.";

    public override string Saved(int? choice) => choice is { } digit
        ? string.Create(CultureInfo.InvariantCulture, $"{Board}: We saved your answer: {digit}. Thank you.")
        : $"{Board}: We saved your message. Thank you.";

    public override string SavedFor(int question, int? choice) => choice is { } digit
        ? string.Create(CultureInfo.InvariantCulture, $"{Board}: Question {question}: we saved {digit}. Thank you.")
        : string.Create(CultureInfo.InvariantCulture, $"{Board}: Question {question}: we saved it. Thank you.");

    public override string Changed(int question, int choice) =>
        string.Create(CultureInfo.InvariantCulture, $"{Board}: Question {question}: now {choice}. Thank you.");

    public override string NotSeen =>
        $"{Board}: We kept your message. You have not seen the question yet. Reply ASK to see it, and then answer.";

    public override string OpenNow(string question) => $"{Board}: We kept your message. The question to answer now is: {question}";

    public override string WhichAnswer(IReadOnlyList<int> questions) =>
        $"{Board}: Which answer do you mean? Reply with the number of its question: {Listed(questions, "or")}.";

    public override string WithdrawnOne(int question) =>
        string.Create(CultureInfo.InvariantCulture, $"{Board}: Question {question}: we took your answer back. It does not count.");

    public override string NotQuoted(int? question) => question is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{Board}: Question {number}: your answer counts. We will not quote your words.")
        : $"{Board}: Your answers count. We will not quote your words.";

    public override string Skipped => $"{Board}: OK, we skip that question.";

    public override string SkipOrDecline =>
        $"{Board}: Do you mean this question, or all of them? Reply 1 skip this question; 2 ask somebody else this time.";

    public override string Declined => $"{Board}: OK. We will ask you no more about this one. Thank you for telling us.";

    public override string CallToo(string person, string phone) =>
        $"You asked for a call. A person will look at this today or on the next business day. You can also call {person}, {phone}.";

    public override string QuestionAsked(string person, string phone) =>
        $"{Board}: A person will look at your question today or on the next business day. You can also call {person}, {phone}. " +
        "We do not give your name to the agency. A court or public-records law may require us to share records.";

    public override string ExplainedBy(string person, string phone, string question) => question.Length == 0
        ? $"{Board}: Sorry that it was not clear. A person will look at this today or on the next business day. You can also call "
            + $"{person}, {phone}."
        : $"{Board}: Sorry that it was not clear. A person can help: {person}, {phone}. Here it is again: {question}";

    public override string SavedLate => $"{Board}: This review has closed. We saved your message and will pass it on.";

    public override string Next => "One more question:";

    public override string Stopped(bool asText) => asText
        ? $"{Board}: You will get no more texts from us. Reply START to get them again."
        : $"{Board}: You will get no more email from us. Reply START to get it again.";

    public override string Paused => "We will send you nothing more until you reply START. Reply STOP to end all messages.";

    public override string PhoneStopped =>
        $"{Board}: Someone told us to stop texts to a phone that you use. We stopped them. We will ask you in another way. To get texts "
            + "again, send START from that phone.";

    public override string WhoStarted(string name, string phone) =>
        $"{Board}: More than one of you uses this phone. Who wants our texts again? Reply START and your own code, or call {name}, "
            + $"{phone}.";

    public override string AskAgain => $"{Board}: Do you want our texts again? Reply YES to get them, or do nothing.";

    public override string NoMedia => "We cannot open pictures or files. Please tell us in words.";

    public override string MailStopped(string person, string phone) =>
        $"{Board}: You get no more email from us. A link in one was used to stop it. Was it not you? Call {person}, {phone}.";

    public override string SomebodyElse =>
        $"{Board}: Thank you for telling us. We will not send more questions for now. A person will look at this.";

    public override string CouldNotRead(string person, string phone) =>
        $"{Board}: We could not read what you sent. Please tell us in words, or call {person}, {phone}.";

    public override string Withdrawn => $"{Board}: We took your answer back. It does not count. You can send a new one.";

    public override string Started(bool asText) => asText
        ? $"{Board}: You will get our questions by text again, a few times a year. Msg & data rates may apply. {StopHint}"
        : $"{Board}: You will get our questions by email again, a few times a year. {StopHint}";

    public override string Help(string person, string phone) =>
        $"{Board}: we ask you about state data a few times a year. Call {person}, {phone}. Msg & data rates may apply. Reply STOP to end.";

    public override string InDanger(string homeNotSafe) =>
        $"{Board}: Help at any time: 911. To talk: 988. Shelter, food: 2-1-1. Home not safe: {homeNotSafe}.";

    public override string NobodyReads(bool asText) =>
        asText ? "Nobody reads this number all the time." : "Nobody reads this mailbox all the time.";

    public override string OwnCase(string person, string phone) =>
        $"{Board}: We saved your message. We cannot see or change your case. Call 2-1-1 for help with it, or {person}, {phone}.";

    public override string NothingOpen => $"{Board}: no question is open for this number now. We kept your message. {StopHint}";

    public override string Outcome(int recommendations) => recommendations == 1
        ? $"{Board}: you gave advice. Here is what the agency said."
        : $"{Board}: you gave advice. Here is what the agencies said.";

    public override string OutcomeWithout => $"{Board}: thank you for your answer. The report is out. It asked for no changes.";

    public override string OutcomeCounts =>
        $"{Board}: thank you for your answer. The report is out. It tells the agency what people chose.";

    public override string OutcomeUndecided =>
        $"{Board}: thank you for your answer. The report is out. Our office did not decide yet if it passes on all words.";

    public override string NotPassedOn => "Your answer counts. We did not pass on your words.";

    public override string LateNotPassedOn => "We did not pass on the words that you sent late.";

    public override string Of(AnswerKind? answer) => answer switch
    {
        AnswerKind.Adopted => "yes, they will do it",
        AnswerKind.AdoptedInPart => "they will do part of it",
        AnswerKind.NotAdopted => "they will not do it",
        AnswerKind.Deferred => "they will decide later",
        AnswerKind.NeedsInformation => "they need to know more first",
        _ => "no answer yet. It is late, and that is public",
    };

    public override string AdviceNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"Advice {number}");

    public override string InWords(string link) => $"You can read it all on your page: {link}";

    public override string OnRecord(string link) => $"All people can read it here: {link}";

    public override string Update => $"{Board}: news on the advice you gave.";

    public override string Done => "they say it is done";

    public override string NotDone(string day) => $"they said by {day}. It is not done, and that is public";

    public override string NotShown => "they said it is done, but they did not show it";

    public override string NewDate(string day) => $"they moved the date. Now they say by {day}";

    public override string ReadBack => $"{Board}: this is our draft for the agency.";

    public override string MoreOnPage(int drafts) => string.Create(CultureInfo.InvariantCulture, $"(+{drafts} on your page)");

    public override string IsItRight => "Reply 1 right; 2 not right, and say why.";

    public override string SayWhatIsWrong => $"{Board}: Thank you. Please tell us what is not right.";

    public override string RightOrNot => $"{Board}: We saved your words. Is the draft right? Reply 1 right; 2 not right.";

    public override string DidThisAnswer => $"{Board}: Did this answer you? Reply 1 yes; 2 partly; 3 no. You can add words.";

    public override string AnsweredOrNot => $"{Board}: We saved your words. Did they answer you? Reply 1 yes; 2 partly; 3 no.";

    public override string Day(DateOnly day) => day.ToString("ddd, MMM d", CultureInfo.InvariantCulture);
}
