using System.Text.Json.Serialization;
using CtVoice.Core.Projects;

namespace CtVoice.Core.Reviews;

/// <summary>
/// The rules of a review, fixed when it starts and shown to people. Every value is a design choice that a user may
/// dispute, so all of it is data with a version; nothing in a workflow reads configuration.
/// </summary>
public sealed record ReviewPolicy
{
    /// <summary>The rules that new reviews start with unless others are imported.</summary>
    public static ReviewPolicy Default { get; } = new() { StopForMinutes = 10 };

    /// <summary>The rules for a kind of project: results that are about to be published are looked at in a shorter window.</summary>
    public ReviewPolicy For(ProjectKind kind) => kind is ProjectKind.PublicationCheck
        ? this with { WindowBusinessDays = Math.Min(WindowBusinessDays, PublicationWindowBusinessDays) }
        : this;

    /// <summary>Name and number of this set of rules.</summary>
    public string Version { get; init; } = "review/3";

    /// <summary>Where the values come from.</summary>
    public string Source { get; init; } = "CtVoice defaults, 2026-11; no Connecticut rule was found";

    /// <summary>
    /// Minutes for which what is about to go out to a panel can be stopped; 0 for none. Null in a review that began before there was
    /// such a time, whose messages leave at once, and in rules that leave it to the installation.
    /// </summary>
    public int? StopForMinutes { get; init; }

    /// <summary>
    /// Business days that are added to windows for the post, there and back, while anybody of the board takes letters; null for what
    /// <see cref="Postage.Default"/> says, as in rules of before there were letters.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PostageBusinessDays { get; init; }

    /// <summary>
    /// Hours before asking at which question and date are published, where those asked reach a majority of the board; null, the default,
    /// for no notice. Whether one is owed is for counsel (decision 26).
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? NoticeHours { get; init; }

    /// <summary>Members that are asked first.</summary>
    public int PanelSize { get; init; } = 5;

    /// <summary>Members in reserve, in order.</summary>
    public int Alternates { get; init; } = 3;

    /// <summary>Members whose reply makes the advice the board's; fewer is marked "below quorum".</summary>
    public int Quorum { get; init; } = 3;

    /// <summary>Business days after which "the coordinator decides" becomes "review required".</summary>
    public int CoordinatorDecidesWithin { get; init; } = 3;

    /// <summary>Business days after which texts that are not released show in the coordinator's digest.</summary>
    public int TextsDigestAfter { get; init; } = 2;

    /// <summary>Business days after which texts that are not released are escalated and public.</summary>
    public int TextsEscalateAfter { get; init; } = 5;

    /// <summary>Business days from the first invitation to the close.</summary>
    public int WindowBusinessDays { get; init; } = 10;

    /// <summary>Business days that an expedited review takes at the least.</summary>
    public int ExpeditedBusinessDays { get; init; } = 5;

    /// <summary>Local time of day at which a window closes.</summary>
    public TimeOnly ClosesAt { get; init; } = new(20, 0);

    /// <summary>Local time of day at which reminders and notices become due.</summary>
    public TimeOnly RemindsAt { get; init; } = new(10, 0);

    /// <summary>Business days of silence after which a member is reminded.</summary>
    public int RemindAfter { get; init; } = 3;

    /// <summary>Business days before the close at which a silent member is reminded, earliest first.</summary>
    public IReadOnlyList<int> RemindBeforeClose { get; init; } = [3, 1];

    /// <summary>
    /// Full business days after the last reply at which a review closes early when all have answered; null, the default, for
    /// never: an early close tells on which day the last reply came.
    /// </summary>
    public int? EarlyCloseAfter { get; init; }

    /// <summary>Business days of the one automatic extension below quorum.</summary>
    public int ExtensionBusinessDays { get; init; } = 3;

    /// <summary>How long the close waits for messages that were received in time but not yet applied.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Business days that the coordinator has to release texts before the report goes out.</summary>
    public int PreviewBusinessDays { get; init; } = 2;

    /// <summary>
    /// Business days from the report to its one supplement, with whatever was decided on words that waited when the report went out.
    /// </summary>
    public int SupplementBusinessDays { get; init; } = 10;

    /// <summary>
    /// Local time of day at which drafts are read back to members unless the coordinator said so earlier: on the business day
    /// at half of the preview, so that a person had a morning to write.
    /// </summary>
    public TimeOnly ReadsBackAt { get; init; } = new(15, 0);

    /// <summary>Business days in which "did this answer you?" is counted, from the first member asked.</summary>
    public int SatisfactionBusinessDays { get; init; } = 5;

    /// <summary>Business days that an addressee has to answer a recommendation.</summary>
    public int AnswerBusinessDays { get; init; } = 20;

    /// <summary>Business days before the answer is due at which its addressee is reminded, earliest first.</summary>
    public IReadOnlyList<int> RemindBeforeAnswer { get; init; } = [5, 1];

    /// <summary>Extensions that an addressee may take for one answer.</summary>
    public int AnswerExtensions { get; init; } = 2;

    /// <summary>Business days of one such extension at the most.</summary>
    public int AnswerExtensionDays { get; init; } = 10;

    /// <summary>Business days to answer once more after residents were not answered.</summary>
    public int AnswerAgainBusinessDays { get; init; } = 10;

    /// <summary>Days within which what was deferred, or needs information, is to be decided when the answer names no day.</summary>
    public int DecideLaterWithin { get; init; } = 90;

    /// <summary>Days by which a decision may be put off at the most.</summary>
    public int DecideLaterAtMost { get; init; } = 365;

    /// <summary>Days before the day of a commitment on which its owner is reminded, earliest first.</summary>
    public IReadOnlyList<int> RemindBeforeCommitment { get; init; } = [30];

    /// <summary>Days after the day of a commitment before it is publicly not delivered.</summary>
    public int CommitmentGraceDays { get; init; }

    /// <summary>Days at the least between two messages in which a member learns of later changes.</summary>
    public int TellAgainAfter { get; init; } = 7;

    /// <summary>Business days from the first invitation to the close of a publication check.</summary>
    public int PublicationWindowBusinessDays { get; init; } = 5;

    /// <summary>Business days between escalations of an overdue answer.</summary>
    public int EscalateEvery { get; init; } = 5;

    /// <summary>Escalations of one overdue answer, the first at once; after that it stays public as overdue.</summary>
    public int Escalations { get; init; } = 3;
}
