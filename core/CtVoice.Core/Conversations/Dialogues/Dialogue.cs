using System.Globalization;
using CtVoice.Core.Board;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>One question of a talk.</summary>
public enum DialogueStep
{
    /// <summary>May we write? The programme, how often, what it costs, how to stop.</summary>
    Consent,

    /// <summary>In which language?</summary>
    Language,

    /// <summary>May a person call, and leave a message?</summary>
    Calls,

    /// <summary>Does somebody else read it?</summary>
    Shared,

    /// <summary>Leave the topic out?</summary>
    Discreet,

    /// <summary>A code of their own.</summary>
    Code,

    /// <summary>One to try out, with a receipt.</summary>
    Practice,

    /// <summary>Still you, after a silent year?</summary>
    StillYou,
}

/// <summary>How a talk ended.</summary>
public enum DialogueEnd
{
    /// <summary>All was said.</summary>
    Done,

    /// <summary>Nothing came back; what was known before still holds.</summary>
    Silent,

    /// <summary>The member does not want messages by this channel.</summary>
    Refused,

    /// <summary>The member can no longer be reached by this channel.</summary>
    Unreachable,
}

/// <summary>
/// A short talk with one member that is about no review: the welcome (DOMAIN 2), or the question after a silent year.
/// Numbered questions one at a time; every step may be answered, none has to be. Immutable; its JSON is one row.
/// </summary>
public sealed record Dialogue
{
    /// <summary>The talk in which a member is welcomed.</summary>
    public const string Welcome = "welcome";

    /// <summary>The talk after a silent year.</summary>
    public const string StillYou = "still-you";

    private static readonly IReadOnlyList<DialogueStep> WelcomeSteps =
        [DialogueStep.Consent, DialogueStep.Language, DialogueStep.Shared, DialogueStep.Discreet, DialogueStep.Code, DialogueStep.Practice];

    private static readonly IReadOnlyList<DialogueStep> WelcomeStepsWithCalls =
        [DialogueStep.Consent, DialogueStep.Language, DialogueStep.Calls, DialogueStep.Shared, DialogueStep.Discreet, DialogueStep.Code,
            DialogueStep.Practice];

    private static readonly IReadOnlyList<DialogueStep> StillYouSteps = [DialogueStep.StillYou];

    /// <summary><see cref="Welcome"/> or <see cref="StillYou"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>With whom.</summary>
    public required string MemberId { get; init; }

    /// <summary>By which channel: sms or email.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Names this talk among the member's: the talks of two years are two.</summary>
    public required int Round { get; init; }

    /// <summary>When it was decided to begin.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Place of the question that is open.</summary>
    public int Step { get; init; }

    /// <summary>When the open question left last; null before the first one left.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>One question was sent a second time: no other will be.</summary>
    public bool Resent { get; init; }

    /// <summary>The open question was explained once more after an answer that nobody could read.</summary>
    public bool Clarified { get; init; }

    /// <summary>How it ended; null while it goes on.</summary>
    public DialogueEnd? End { get; init; }

    /// <summary>The message that was taken last, and what was answered: it may be applied again after a crash.</summary>
    public string? LastInbound { get; init; }

    /// <summary>See <see cref="LastInbound"/>.</summary>
    public string? LastAnswer { get; init; }

    /// <summary>
    /// The welcome asks about calls: the member has a number. A welcome of before this was asked does not: its places are stored,
    /// so its questions stay as they were.
    /// </summary>
    public bool AsksCalls { get; init; }

    /// <summary>The questions in order.</summary>
    public IReadOnlyList<DialogueStep> Steps => Kind != Welcome ? StillYouSteps : AsksCalls ? WelcomeStepsWithCalls : WelcomeSteps;

    /// <summary>The open question.</summary>
    public DialogueStep Asks => Steps[Math.Min(Step, Steps.Count - 1)];

    /// <summary>How long a question waits for its answer: then it is sent once more, or the talk ends.</summary>
    public TimeSpan Patience => Kind == Welcome ? TimeSpan.FromDays(2) : TimeSpan.FromDays(14);

    /// <summary>Only the welcome asks a second time.</summary>
    public bool MayResend => Kind == Welcome && !Resent;

    /// <summary>True for what stands in the place of a review's id where a talk is meant.</summary>
    public static bool Is(string reviewId) => reviewId is Welcome or StillYou;

    /// <summary>Which words of the welcome's opening the talk began with; a talk of before this was counted began with the first.</summary>
    public int Opening { get; init; } = 1;

    /// <summary>
    /// The opening that a welcome begins with now: the second says that nobody reads the number all the time, the third first of
    /// all what may follow from words of danger.
    /// </summary>
    public const int OpeningNow = 3;

    /// <summary>Version of the words, for the consent record.</summary>
    public string TextVersion => Kind == Welcome ? string.Create(CultureInfo.InvariantCulture, $"{Kind}/{Opening}") : Kind + "/1";
}
