namespace CtVoice.Core.Accountability;

/// <summary>One kind of thing that an office is told by mail.</summary>
/// <param name="Name">As it is stored.</param>
/// <param name="Wish">What a mailbox must want to be told of it; the coordinator's and the deputy's are told of theirs always.</param>
/// <param name="Unlimited">It is told on a day on which the mailbox was told something before.</param>
public sealed record NoticeKind(string Name, string Wish, bool Unlimited = false);

/// <summary>Something that a mailbox may want to be told.</summary>
/// <param name="Name">As it is stored and sent.</param>
/// <param name="Says">In plain words.</param>
public sealed record NoticeWish(string Name, string Says);

/// <summary>Every kind of notice to an office. One table; stored names do not change.</summary>
public static class NoticeKinds
{
    /// <summary>Residents are being asked.</summary>
    public const string ReviewStarted = "review-started";

    /// <summary>It was decided that residents are not asked.</summary>
    public const string NoReview = "no-review-needed";

    /// <summary>Residents have more time, so every later date moves.</summary>
    public const string DateMoved = "date-moved";

    /// <summary>The review was ended.</summary>
    public const string ReviewCancelled = "review-cancelled";

    /// <summary>The report went out.</summary>
    public const string ReportOut = "report-out";

    /// <summary>The supplement to the report went out.</summary>
    public const string SupplementOut = "supplement-out";

    /// <summary>Residents were not answered: an answer is asked for once more.</summary>
    public const string AskedAgain = "asked-again";

    /// <summary>An answer is overdue.</summary>
    public const string AnswerOverdue = "answer-overdue";

    /// <summary>What was promised is not shown to be done.</summary>
    public const string NotDelivered = "not-delivered";

    /// <summary>A guardrail is to be in place soon, or today.</summary>
    public const string GuardrailDue = "guardrail-due";

    /// <summary>A guardrail is not shown to be in place on its day.</summary>
    public const string GuardrailBroken = "guardrail-broken";

    /// <summary>To the coordinator and the deputy: a project was submitted.</summary>
    public const string ProjectArrived = "project-arrived";

    /// <summary>To the coordinator and the deputy: what residents will read is to be made ready.</summary>
    public const string TextsNeeded = "texts-needed";

    /// <summary>To the coordinator, the deputy and the chair of the Executive Board: what residents will read is late, and that is
    /// public.</summary>
    public const string TextsLate = "texts-late";

    private const string Office = "office";

    /// <summary>What a mailbox of an agency may want to be told, in order.</summary>
    public static IReadOnlyList<NoticeWish> Wishes { get; } =
    [
        new("started", "A review of ours starts, or none is needed"),
        new("moved", "A date moves, or a review is ended"),
        new("report", "A report or its supplement is out, or an answer is asked for once more: what is asked of us, by when"),
        new("overdue", "An answer or a promise of ours is overdue, or a guardrail is due"),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<NoticeKind> All { get; } =
    [
        new(ReviewStarted, "started"),
        new(NoReview, "started"),
        new(DateMoved, "moved", Unlimited: true),
        new(ReviewCancelled, "moved", Unlimited: true),
        new(ReportOut, "report"),
        new(SupplementOut, "report"),
        new(AskedAgain, "report"),
        new(AnswerOverdue, "overdue", Unlimited: true),
        new(NotDelivered, "overdue", Unlimited: true),
        new(GuardrailDue, "overdue"),
        new(GuardrailBroken, "overdue", Unlimited: true),
        new(ProjectArrived, Office, Unlimited: true),
        new(TextsNeeded, Office, Unlimited: true),
        new(TextsLate, Office, Unlimited: true),
    ];

    /// <summary>The kind of that name.</summary>
    /// <exception cref="InvalidOperationException">There is none: a version to come stored it.</exception>
    public static NoticeKind Of(string name) => All.Single(k => k.Name == name);
}
