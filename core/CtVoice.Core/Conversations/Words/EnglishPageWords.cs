using System.Globalization;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Conversations.Words;

/// <summary>English. Written for this product.</summary>
internal sealed class EnglishPageWords : PageWords
{
    public override string Language => "en";

    public override string Title => "A question for you";

    public override string Lead => "The board wants to know what you think. You can answer here, or reply to our message.";

    public override string Hidden => "There is a question for you. We show it when you press the button.";

    public override string Show => "Show the question";

    public override string Until(string day) => $"You can answer until {day}.";

    public override string About => "What it is about";

    public override string Known => "What is known";

    public override string Risks => "What could go wrong, as the agency sees it";

    public override string NotInDictionary => "The plan uses these data. They are not in the public dictionary of state data:";

    public override string Question(int number, int of) =>
        of == 1 ? "The question" : string.Create(CultureInfo.InvariantCulture, $"Question {number} of {of}");

    public override string HasAnswer => "We have your answer to this one. You can change it or add to it.";

    public override string NotSure => "I am not sure";

    public override string Words => "Your own words, if you want to add some";

    public override string OpenWords => "Your answer, in your own words";

    public override string DoNotQuote => "Count my answer, but do not quote my words";

    public override string Send => "Send my answer";

    public override string Problem => "Nothing was sent yet";

    public override string Nothing => "Pick an answer or write one.";

    public override string TooLong(int most) =>
        string.Create(CultureInfo.InvariantCulture, $"Write at most {most:N0} letters here. You can send the rest after that.");

    public override string Saved => "We saved your answer";

    public override string Heard => "We have your words";

    public override string SkippedAnswer(int question) => string.Create(CultureInfo.InvariantCulture, $"Question {question}: skipped.");

    public override string SavedAnswer(int question, int? choice) => choice is { } digit
        ? string.Create(CultureInfo.InvariantCulture, $"Question {question}: your answer is {digit}.")
        : string.Create(CultureInfo.InvariantCulture, $"Question {question}: we have your words.");

    public override string SavedLate => "This question has closed. We saved your words and will pass them on.";

    public override string Back => "Go back to the question";

    public override (string Heading, string Text, string Label, string Button) Code =>
        ("See what you wrote", "Type the code that you chose. It keeps others who use your phone from reading your words here.",
            "Your code (4 to 8 digits)", "Show my words");

    public override string NoCode(string person, string phone) => $"You have no code yet. To get one, call {person}, {phone}.";

    public override string WrongCode => "This is not the code. Please try again.";

    public override string Locked(string? until) => until is null
        ? "Too many wrong codes. Please use the link in our next message."
        : $"Too many wrong codes. You can try again at {until}.";

    public override string YouWrote => "What you wrote";

    public override string YouWroteNothing => "You have not written any words yet.";

    public override (string Heading, string Text, string Button) Withdraw =>
        ("Take your answer back", "Then it does not count. None of your words go out.", "Take back all my answers");

    public override string TookBack => "We took your answer back. It does not count. You can send a new one.";

    public override string TookBackLate => "The report is out, so we cannot take your answer out of it. We noted your wish.";

    public override (string Heading, string Text, string Button) Decline =>
        ("You do not want to answer?", "That is fine. We will ask somebody else this time. You lose nothing.", "I do not want to answer");

    public override string Declined =>
        "You told us that you do not want to answer this one. Thank you for letting us know. If you change your mind, you still can.";

    public override (string Heading, string Text, string Button) Stop =>
        ("No more messages", "We stop writing to you the way this link came. You can come back at any time.", "Stop these messages");

    public override (string Heading, string Text, IReadOnlyList<string> Options) Calls =>
        ("May we call you?", "A person may want to talk with you. Tell us if we may call the number that we have for you.",
            ["Call, and leave a message", "Call, but leave no message", "Do not call"]);

    public override string CallsCode => "To let us call, type your code too. You do not need it to say no.";

    public override string CallsSaved => "We saved what you told us about calls.";

    public override string Stopped => "You will get no more of these messages. To get them again, text START to our number.";

    public override (string Heading, string Text) Closed =>
        ("This question has closed", "Thank you. You can still text us or reply to our mail. We will pass your words on.");

    public override (string Heading, string Text) Gone =>
        ("This link does not work any more",
            "You can still answer: reply to our text or mail in your own words. Each new message has a new link.");

    public override FollowUpOnPage FollowUp(FollowUpKind kind) => kind is FollowUpKind.ReadBack
        ? new(
            "Please check our draft", "You told us what you think. This is our draft for the agency.", "Is the draft right?",
            ["Yes, it is right", "No, it is not right"], "If not: what is wrong, or what is missing?")
        : new(
            "What came of your advice", "You gave advice. This is what they said to it. The numbers are those in the report.",
            "Did this answer you?",
            ["Yes", "Partly", "No"], Words);

    public override string DraftChanging => "We are working on the draft. You saw it in our message.";

    public override string SkippedFollowUp => "OK, you do not need to answer.";

    public override string SavedFollowUp(string? option) => option is null ? "We have your words." : $"Your answer: {option}.";

    public override string TellWhatIsWrong => "Please tell us what is not right.";

    public override string Welcome => "Welcome to the board";

    public override string Step(int number, int of) => string.Create(CultureInfo.InvariantCulture, $"Step {number} of {of}");

    public override string Next => "Next";

    public override string PickOne => "Pick one answer.";

    public override string AnsweredBefore => "You had sent an answer to that one. This is the next one.";

    public override string TextTo988 => "Text 988";

    public override string KeepCode =>
        "Pick digits that you will know next time. We will not show them to you again. You can go on without a code.";

    public override string BadCode => "Type 4 to 8 digits, or go on without a code.";

    public override string WithoutCode => "Go on without a code";

    public override (string Heading, string Text) Over =>
        ("That is all", "You can close this page. We will write to you when there is a question.");

    public override string Help(string person, string phone) => $"Do you need help? Call {person}, {phone}.";

    public override string Board => "CT Resident Advisory Board";

    public override string Skip => "Skip to the question";

    public override string Foot => "The board gives advice. It does not decide. No computer judges your answer.";

    public override string OnRecord => "Read it in public";

    public override string Pay => "Your pay";

    public override string PayEach(string amount) => $"You get {amount} for each question. What you say does not change it.";

    public override string PayOwed(int questions, string amount) =>
        questions == 1
            ? $"We owe you {amount} for 1 question."
            : string.Create(CultureInfo.InvariantCulture, $"We owe you {amount} for {questions} questions.");

    public override string PayNote(string person, string phone) =>
        $"Pay may change your benefits. You can say no to it: call {person}, {phone}.";

    public override string PayDeclined(string person, string phone) =>
        $"You told us that you do not want pay. You can change that: call {person}, {phone}.";
}
