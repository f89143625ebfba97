using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Conversations.Words;

/// <summary>The fixed words of a member's page in one language.</summary>
public abstract class PageWords
{
    /// <summary>The languages whose words a person reviewed; those of <see cref="Phrases.Reviewed"/>.</summary>
    public static IReadOnlyDictionary<string, PageWords> Reviewed { get; } = new Dictionary<string, PageWords>(StringComparer.Ordinal)
    {
        ["en"] = new EnglishPageWords(),
        ["es"] = new SpanishPageWords(),
    };

    /// <summary>The words of a language, English when it has none of its own.</summary>
    public static PageWords In(string language) => Reviewed.GetValueOrDefault(language) ?? Reviewed["en"];

    /// <summary>ISO 639-1 code of these words.</summary>
    public abstract string Language { get; }

    /// <summary>Heading of the page.</summary>
    public abstract string Title { get; }

    /// <summary>Who asks, and why.</summary>
    public abstract string Lead { get; }

    /// <summary>There is a question; its topic is not shown yet.</summary>
    public abstract string Hidden { get; }

    /// <summary>Shows the question.</summary>
    public abstract string Show { get; }

    /// <summary>Until when answers are in time.</summary>
    public abstract string Until(string day);

    /// <summary>Heading of the summary.</summary>
    public abstract string About { get; }

    /// <summary>Heading of the context notes.</summary>
    public abstract string Known { get; }

    /// <summary>Heading of what could go wrong, as the agency sees it.</summary>
    public abstract string Risks { get; }

    /// <summary>Before the data that the public dictionary does not have.</summary>
    public abstract string NotInDictionary { get; }

    /// <summary>Which question of how many.</summary>
    public abstract string Question(int number, int of);

    /// <summary>This question has an answer.</summary>
    public abstract string HasAnswer { get; }

    /// <summary>Neither of the options.</summary>
    public abstract string NotSure { get; }

    /// <summary>Label of the words beside a choice.</summary>
    public abstract string Words { get; }

    /// <summary>Label of the words that answer an open question.</summary>
    public abstract string OpenWords { get; }

    /// <summary>Counts without being quoted.</summary>
    public abstract string DoNotQuote { get; }

    /// <summary>Sends the answers.</summary>
    public abstract string Send { get; }

    /// <summary>Heading of what was wrong with a form.</summary>
    public abstract string Problem { get; }

    /// <summary>Nothing was ticked or written.</summary>
    public abstract string Nothing { get; }

    /// <summary>Too much was written.</summary>
    public abstract string TooLong(int most);

    /// <summary>Heading of a receipt.</summary>
    public abstract string Saved { get; }

    /// <summary>Heading where nothing that was sent is an answer.</summary>
    public abstract string Heard { get; }

    /// <summary>A question that the member did not want to answer.</summary>
    public abstract string SkippedAnswer(int question);

    /// <summary>What was saved of one question: a digit is repeated, words never are.</summary>
    public abstract string SavedAnswer(int question, int? choice);

    /// <summary>Answers came after the close.</summary>
    public abstract string SavedLate { get; }

    /// <summary>Back to the question.</summary>
    public abstract string Back { get; }

    /// <summary>Heading and words of seeing what was written before.</summary>
    public abstract (string Heading, string Text, string Label, string Button) Code { get; }

    /// <summary>The member has no code.</summary>
    public abstract string NoCode(string person, string phone);

    /// <summary>The code is wrong.</summary>
    public abstract string WrongCode { get; }

    /// <summary>Too many wrong codes; null: for this link for good.</summary>
    public abstract string Locked(string? until);

    /// <summary>Heading of what was written before.</summary>
    public abstract string YouWrote { get; }

    /// <summary>Nothing was said yet, or no words.</summary>
    public abstract string YouWroteNothing { get; }

    /// <summary>Taking an answer back.</summary>
    public abstract (string Heading, string Text, string Button) Withdraw { get; }

    /// <summary>The answer was taken back.</summary>
    public abstract string TookBack { get; }

    /// <summary>It can no longer be taken back.</summary>
    public abstract string TookBackLate { get; }

    /// <summary>Not answering.</summary>
    public abstract (string Heading, string Text, string Button) Decline { get; }

    /// <summary>The member declined.</summary>
    public abstract string Declined { get; }

    /// <summary>Ending messages.</summary>
    public abstract (string Heading, string Text, string Button) Stop { get; }

    /// <summary>Whether a person may call; the options in the order of the welcome's.</summary>
    public abstract (string Heading, string Text, IReadOnlyList<string> Options) Calls { get; }

    /// <summary>More calls take the member's own code, fewer do not.</summary>
    public abstract string CallsCode { get; }

    /// <summary>What was said of calls is kept.</summary>
    public abstract string CallsSaved { get; }

    /// <summary>Messages end.</summary>
    public abstract string Stopped { get; }

    /// <summary>Heading and words once answers are no longer in time.</summary>
    public abstract (string Heading, string Text) Closed { get; }

    /// <summary>Heading and words of a link that leads nowhere.</summary>
    public abstract (string Heading, string Text) Gone { get; }

    /// <summary>What follows the review's own questions, as the page asks it.</summary>
    public abstract FollowUpOnPage FollowUp(FollowUpKind kind);

    /// <summary>A draft that was read back is being changed, and cannot be shown just now.</summary>
    public abstract string DraftChanging { get; }

    /// <summary>What was saved of a follow-up: the option that was ticked, or that there are words.</summary>
    public abstract string SavedFollowUp(string? option);

    /// <summary>A follow-up that the member does not want to answer.</summary>
    public abstract string SkippedFollowUp { get; }

    /// <summary>Something is not right, and nothing says what.</summary>
    public abstract string TellWhatIsWrong { get; }

    /// <summary>Heading of the page on which a talk goes on.</summary>
    public abstract string Welcome { get; }

    /// <summary>Which step of how many.</summary>
    public abstract string Step(int number, int of);

    /// <summary>Sends an answer and shows the next question.</summary>
    public abstract string Next { get; }

    /// <summary>Nothing was ticked.</summary>
    public abstract string PickOne { get; }

    /// <summary>The question had an answer already; the next one is shown.</summary>
    public abstract string AnsweredBefore { get; }

    /// <summary>About the code that is about to be chosen.</summary>
    public abstract string KeepCode { get; }

    /// <summary>A link that writes a text to 988.</summary>
    public abstract string TextTo988 { get; }

    /// <summary>What was typed is no code.</summary>
    public abstract string BadCode { get; }

    /// <summary>Goes on without a code.</summary>
    public abstract string WithoutCode { get; }

    /// <summary>Heading and words of a talk that is over.</summary>
    public abstract (string Heading, string Text) Over { get; }

    /// <summary>Whom to call.</summary>
    public abstract string Help(string person, string phone);

    /// <summary>Who runs the page.</summary>
    public abstract string Board { get; }

    /// <summary>Leads keyboards and screen readers past the top.</summary>
    public abstract string Skip { get; }

    /// <summary>At the foot of the page.</summary>
    public abstract string Foot { get; }

    /// <summary>Where everybody can read what became of the advice.</summary>
    public abstract string OnRecord { get; }

    /// <summary>Heading of what a member is paid.</summary>
    public abstract string Pay { get; }

    /// <summary>What is paid for each question, never for an opinion.</summary>
    public abstract string PayEach(string amount);

    /// <summary>What is owed for questions of this review.</summary>
    public abstract string PayOwed(int questions, string amount);

    /// <summary>Pay may change benefits, and may be declined.</summary>
    public abstract string PayNote(string person, string phone);

    /// <summary>The member declined pay.</summary>
    public abstract string PayDeclined(string person, string phone);
}
