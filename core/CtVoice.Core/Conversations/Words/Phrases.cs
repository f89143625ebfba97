using System.Globalization;
using CtVoice.Core.Reviews;

namespace CtVoice.Core.Conversations.Words;

/// <summary>
/// The fixed words of one language. They take a question, digits, dates and an agency's plain words, and nothing else, so
/// that nothing about a resident can reach a message. The person who reviewed a language is named in its class.
/// </summary>
public abstract class Phrases
{
    /// <summary>The languages whose words a person reviewed.</summary>
    public static IReadOnlyDictionary<string, Phrases> Reviewed { get; } = new Dictionary<string, Phrases>(StringComparer.Ordinal)
    {
        ["en"] = new EnglishPhrases(),
        ["es"] = new SpanishPhrases(),
    };

    /// <summary>The words of a language, English when it has none of its own.</summary>
    public static Phrases In(string language) => Reviewed.GetValueOrDefault(language) ?? Reviewed["en"];

    /// <summary>Who writes.</summary>
    public abstract string Board { get; }

    /// <summary>Subject of every email with a question; the code leads a reply back.</summary>
    public abstract string Subject(string code);

    /// <summary>What may be answered, e.g. "Reply 1 yes; 2 yes, with changes; 3 no." A choice may hold a comma.</summary>
    public abstract string Choices(IReadOnlyList<string> offered);

    /// <summary>The same where room is short.</summary>
    public abstract string ChoicesInShort(IReadOnlyList<string> offered);

    /// <summary>Parts that a text message of ours takes at the most.</summary>
    public abstract int MostParts { get; }

    /// <summary>Parts of a text that is sent once and in which nothing can wait: the opening of a welcome, a letter.</summary>
    public abstract int LongestParts { get; }

    /// <summary>Where else it may be answered, in a text message. A link stands alone:
    /// a phone takes a full stop for a part of it.</summary>
    public abstract string OrHere(string link);

    /// <summary>Where else it may be answered, in an email.</summary>
    public abstract string OnPage(string link);

    /// <summary>How to stop messages, where room is short.</summary>
    public abstract string StopInShort { get; }

    /// <summary>A reminder of a question, where room is short.</summary>
    public abstract string ReminderInShort(string lastDay);

    /// <summary>A message named no option, or two: which one is it? Asked once, and no answer is needed.</summary>
    /// <param name="choices">The options by <see cref="ChoicesInShort"/>, or their <see cref="Numbers"/> alone.</param>
    public abstract string WhichOne(string choices);

    /// <summary>The numbers that may be answered, e.g. "Reply 1, 2 or 3."</summary>
    public abstract string Numbers(int offered);

    /// <summary>What may be answered to an open question.</summary>
    public abstract string InYourWords { get; }

    /// <summary>How to stop messages.</summary>
    public abstract string StopHint { get; }

    /// <summary>There is a question, without saying what about.</summary>
    public abstract string Discreet { get; }

    /// <summary>There is one more question, without saying what about.</summary>
    public abstract string DiscreetNext { get; }

    /// <summary>The word by which a discreet question is asked for.</summary>
    public abstract string Ask { get; }

    /// <summary>A reminder of a question, before the question itself.</summary>
    public abstract string Reminder(string lastDay);

    /// <summary>Before the context notes.</summary>
    public abstract string Context { get; }

    /// <summary>Before the names of data that the public dictionary does not have.</summary>
    public abstract string NotInDictionary { get; }

    /// <summary>How many there are beside the named ones, and where all of them are.</summary>
    /// <param name="count">How many.</param>
    /// <param name="withPage">Whether the message has a page.</param>
    public abstract string MoreData(int count, bool withPage);

    /// <summary>Before what could go wrong, as the agency sees it.</summary>
    public abstract string Risks { get; }

    /// <summary>Before words that exist in English only.</summary>
    public abstract string InEnglish { get; }

    /// <summary>Safety words of an email.</summary>
    public abstract string Safety { get; }

    /// <summary>An answer was saved. A digit is repeated, words never are.</summary>
    public abstract string Saved(int? choice);

    /// <summary>The same of another question than the one that was asked last.</summary>
    public abstract string SavedFor(int question, int? choice);

    /// <summary>The last day was moved.</summary>
    public abstract string MoreTime(string lastDay);

    /// <summary>The review was cancelled while it asked.</summary>
    public abstract string EndedEarly { get; }

    /// <summary>An answer that was given before is another one now.</summary>
    public abstract string Changed(int question, int choice);

    /// <summary>Something came for a question that was announced and not shown: it is kept, and the question can be seen first.</summary>
    public abstract string NotSeen { get; }

    /// <summary>It answers another question than the one that is open, which is said again.</summary>
    public abstract string OpenNow(string question);

    /// <summary>One of several answers is meant: which one? Answered by the number of its question.</summary>
    public abstract string WhichAnswer(IReadOnlyList<int> questions);

    /// <summary>One of several answers was taken back.</summary>
    public abstract string WithdrawnOne(int question);

    /// <summary>What was said counts, and no word of it is quoted: of one question, or of all when null.</summary>
    public abstract string NotQuoted(int? question);

    /// <summary>A question is skipped; the member stays.</summary>
    public abstract string Skipped { get; }

    /// <summary>Is this question meant, or the whole review? 1 or 2.</summary>
    public abstract string SkipOrDecline { get; }

    /// <summary>The member is asked no more in this review.</summary>
    public abstract string Declined { get; }

    /// <summary>Somebody asked for a call. It promises no hour.</summary>
    public string CallAsked(string person, string phone) => $"{Board}: {CallToo(person, phone)}";

    /// <summary>The same behind other words of ours.</summary>
    public abstract string CallToo(string person, string phone);

    /// <summary>Somebody asked us something. It promises no hour.</summary>
    public abstract string QuestionAsked(string person, string phone);

    /// <summary>Somebody did not understand: the question once more, where there is one, and who explains it.</summary>
    public abstract string ExplainedBy(string person, string phone, string question);

    /// <summary>An answer came after the close.</summary>
    public abstract string SavedLate { get; }

    /// <summary>The next question follows.</summary>
    public abstract string Next { get; }

    /// <summary>Texts stop, or mail does.</summary>
    public abstract string Stopped(bool asText);

    /// <summary>After the word that a message was saved: it may ask to be left alone, so nothing more is sent until START.</summary>
    public abstract string Paused { get; }

    /// <summary>Somebody stopped the texts to a phone that this member uses too.</summary>
    public abstract string PhoneStopped { get; }

    /// <summary>A plain yes from a phone that had stopped: do they want texts again?</summary>
    public abstract string AskAgain { get; }

    /// <summary>START on a phone that several members use: nobody knows which of them wrote.</summary>
    public abstract string WhoStarted(string name, string phone);

    /// <summary>Pictures and files are not read.</summary>
    public abstract string NoMedia { get; }

    /// <summary>By text, once a link in a mail has ended mail: a program may have pressed it.</summary>
    public abstract string MailStopped(string person, string phone);

    /// <summary>Answer to whoever writes in the place of a member, or tells that the member is gone.</summary>
    public abstract string SomebodyElse { get; }

    /// <summary>Answer to a message in which nothing can be read, and whom to call instead.</summary>
    public abstract string CouldNotRead(string person, string phone);

    /// <summary>An answer was taken back.</summary>
    public abstract string Withdrawn { get; }

    /// <summary>Texts start again, or mail does.</summary>
    public abstract string Started(bool asText);

    /// <summary>Help: a person's name and number.</summary>
    public abstract string Help(string person, string phone);

    /// <summary>Somebody may be in danger: where help is, at any hour.</summary>
    public abstract string InDanger(string homeNotSafe);

    /// <summary>Beside a number or address that people may think is watched: until OPM has approved who is on call.</summary>
    /// <param name="asText">It is about text messages; otherwise about email.</param>
    public abstract string NobodyReads(bool asText);

    /// <summary>Somebody asks about their own case: whom to call instead.</summary>
    public abstract string OwnCase(string person, string phone);

    /// <summary>Nothing is open on this phone.</summary>
    public abstract string NothingOpen { get; }

    /// <summary>Before the answers of the agencies.</summary>
    public abstract string Outcome(int recommendations);

    /// <summary>No recommendation was made, and nobody asked for a change.</summary>
    public abstract string OutcomeWithout { get; }

    /// <summary>No recommendation was made: what residents chose is in the report, and no words.</summary>
    public abstract string OutcomeCounts { get; }

    /// <summary>No recommendation was made, and the board's office has not decided on all words.</summary>
    public abstract string OutcomeUndecided { get; }

    /// <summary>Words that were not passed on, of an answer that counts.</summary>
    public abstract string NotPassedOn { get; }

    /// <summary>Words that were not passed on, of an answer that came too late to count.</summary>
    public abstract string LateNotPassedOn { get; }

    /// <summary>What an agency decided, in one or two words.</summary>
    public abstract string Of(AnswerKind? answer);

    /// <summary>A recommendation whose words cannot stand in a message.</summary>
    public abstract string AdviceNumber(int number);

    /// <summary>Where a member reads what became of the advice, in words.</summary>
    public abstract string InWords(string link);

    /// <summary>Where everybody reads it.</summary>
    public abstract string OnRecord(string link);

    /// <summary>Before later changes of the answers.</summary>
    public abstract string Update { get; }

    /// <summary>What an agency promised is done.</summary>
    public abstract string Done { get; }

    /// <summary>What an agency promised for a day is not done.</summary>
    public abstract string NotDone(string day);

    /// <summary>What an agency called done is not shown to be.</summary>
    public abstract string NotShown { get; }

    /// <summary>What an agency promised has another day.</summary>
    public abstract string NewDate(string day);

    /// <summary>Before the drafts that are read back.</summary>
    public abstract string ReadBack { get; }

    /// <summary>So many more drafts are on the member's page.</summary>
    public abstract string MoreOnPage(int drafts);

    /// <summary>Whether the drafts are right: 1 or 2.</summary>
    public abstract string IsItRight { get; }

    /// <summary>Something is not right: what?</summary>
    public abstract string SayWhatIsWrong { get; }

    /// <summary>Words were saved; whether the drafts are right is still open.</summary>
    public abstract string RightOrNot { get; }

    /// <summary>Did what the agencies said answer you? 1, 2 or 3.</summary>
    public abstract string DidThisAnswer { get; }

    /// <summary>Words were saved; whether they were answered is still open.</summary>
    public abstract string AnsweredOrNot { get; }

    /// <summary>Numbers in a row: "1, 2 or 3".</summary>
    private protected static string Listed(IReadOnlyList<int> numbers, string or) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", numbers.SkipLast(1))} {or} {numbers[^1]}");

    /// <summary>A day, e.g. "Tue, Dec 8".</summary>
    public abstract string Day(DateOnly day);
}
