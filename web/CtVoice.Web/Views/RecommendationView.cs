using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;

namespace CtVoice.Web.Views;

/// <summary>One recommendation and what its addressee made of it: everything public, nothing about a member.</summary>
/// <param name="Number">Its number; it never changes.</param>
/// <param name="Question">Number of the question that it came from.</param>
/// <param name="Text">As a person released it; absent while it waits for everybody's release.</param>
/// <param name="Addressee">Whoever must answer it.</param>
/// <param name="SentAt">When it went out.</param>
/// <param name="DueAt">By when it must be answered.</param>
/// <param name="DueBecause">How that date was computed.</param>
/// <param name="DaysOverdue">Days since then; absent when answered or not due.</param>
/// <param name="Answer">What the addressee answered.</param>
public sealed record RecommendationView(
    int Number, int Question, string? Text, string Addressee, DateTimeOffset SentAt, DateTimeOffset DueAt, IReadOnlyList<string> DueBecause,
    int? DaysOverdue, AnswerView? Answer)
{
    /// <summary>The recommendation of the earlier review that it was carried over from.</summary>
    public CarriedFrom? CarriedFrom { get; init; }

    /// <summary>True for what some residents say against the advice of others.</summary>
    public bool Dissent { get; init; }

    /// <summary>Where it comes from. That is no vote: nobody was asked about it before it was written.</summary>
    public required Origin ComesFrom { get; init; }

    /// <summary>Who is against it, of those it was read back to; absent when nobody was asked, and where that may not be shown.</summary>
    public AgainstView? Against { get; init; }

    /// <summary>Since when an answer is overdue; absent when it is not, or came in time.</summary>
    public DateTimeOffset? OverdueSince { get; init; }

    /// <summary>Lawful extensions, oldest first.</summary>
    public IReadOnlyList<ExtensionView> Extensions { get; init; } = [];

    /// <summary>Answers before the one that holds, oldest first.</summary>
    public IReadOnlyList<AnswerView> EarlierAnswers { get; init; } = [];

    /// <summary>When it was asked once more, because residents were not answered and it was not adopted in full, or they named it.
    /// The answer after that is final.</summary>
    public AskedAgainView? AskedAgain { get; init; }

    /// <summary>Reminders and escalations that left, oldest first.</summary>
    public IReadOnlyList<NoticeView> Notices { get; init; } = [];

    internal static RecommendationView Of(Review review, Recommendation recommendation, string? text, DateTimeOffset now) => new(
        recommendation.Number, recommendation.Question, text, recommendation.Addressee, recommendation.SentAt, recommendation.DueAt,
        recommendation.DueBecause,
        recommendation.Waits && now >= recommendation.DueAt
            ? LocalTime.DateIn(BusinessCalendar.Zone, now).DayNumber
                - LocalTime.DateIn(BusinessCalendar.Zone, recommendation.DueAt).DayNumber
            : null,
        recommendation.Answer is { } answer ? AnswerView.Of(answer, review.Policy, now, Informing.Pauses(recommendation)) : null)
    {
        CarriedFrom = recommendation.CarriedFrom,
        Dissent = recommendation.Dissent,
        ComesFrom = Origins.Of(review, recommendation),
        Against = Origins.Against(review, recommendation) is { } against ? new(against.Count, against.InWords) : null,
        OverdueSince = recommendation.OverdueSince ?? (recommendation.Waits && now >= recommendation.DueAt ? recommendation.DueAt : null),
        Extensions = [.. recommendation.Extensions.Select(e => new ExtensionView(e.At, e.BusinessDays, e.Reason, e.From, e.To))],
        EarlierAnswers = [.. recommendation.Answers.SkipLast(1).Select(a => AnswerView.Of(a, review.Policy, now))],
        AskedAgain = recommendation.AskedAgain is { } again
            ? new(again.At, again.FirstDueAt, again.FirstOverdueSince, recommendation.Final)
            : null,
        Notices = [.. review.Notices.Where(n => n.Recommendations.Contains(recommendation.Number))
            .Select(n => new NoticeView(n.Kind, n.DueAt, n.SentAt))],
    };
}

/// <summary>An addressee's answer, in the languages in which the addressee gave it.</summary>
public sealed record AnswerView(
    AnswerKind Kind, string Reason, IReadOnlyDictionary<string, string> PlainWords, string? Owner, DateOnly? DueOn,
    DateTimeOffset AnsweredAt, bool Late)
{
    /// <summary>What it promises and what became of that; absent when it promises nothing.</summary>
    public CommitmentView? Commitment { get; init; }

    /// <param name="answer">What was answered.</param>
    /// <param name="policy">The rules of the review.</param>
    /// <param name="now">When it is shown.</param>
    /// <param name="pauses">Whether its clock stands still, because the office owes information: then nothing is late.</param>
    internal static AnswerView Of(RecommendationAnswer answer, ReviewPolicy policy, DateTimeOffset now, bool pauses = false) =>
        new(answer.Kind, answer.Reason, answer.PlainWords, answer.Owner, answer.DueOn, answer.AnsweredAt, answer.Late)
        {
            Commitment = answer.Commitment is { } commitment ? CommitmentView.Of(commitment, policy, now, pauses) : null,
        };
}

/// <summary>What was promised.</summary>
/// <param name="State">open, delivered or not-delivered.</param>
/// <param name="DueOn">By when, after every change.</param>
/// <param name="DueByPolicy">True when the day is the policy's because the answer named none.</param>
/// <param name="NotDeliveredSince">Since when it is not delivered.</param>
/// <param name="NewDates">Changes of the day, oldest first.</param>
/// <param name="Evidence">What was shown to be done, oldest first.</param>
public sealed record CommitmentView(
    string State, DateOnly DueOn, bool DueByPolicy, DateTimeOffset? NotDeliveredSince, IReadOnlyList<NewDateView> NewDates,
    IReadOnlyList<EvidenceView> Evidence)
{
    internal static CommitmentView Of(Commitment commitment, ReviewPolicy policy, DateTimeOffset now, bool pauses = false)
    {
        var late = Delivering.Late(commitment, policy);
        var missed = !commitment.Delivered && !pauses && now >= late;
        return new(
            commitment.Delivered ? "delivered" : missed
                ? "not-delivered"
                : "open", commitment.DueOn, commitment.DueByPolicy, missed ? late : null,
            [.. commitment.NewDates.Select(d => new NewDateView(d.At, d.From, d.To, d.Reason, d.WasLate))],
            [.. commitment.Evidence.Select(e => new EvidenceView(e.At, e.Text, e.Link, e.Late, e.Word?.Accepted, e.Word?.Reason))]);
    }
}

/// <summary>A lawful extension.</summary>
public sealed record ExtensionView(DateTimeOffset At, int BusinessDays, string Reason, DateTimeOffset From, DateTimeOffset To);

/// <summary>It was asked once more.</summary>
/// <param name="At">When.</param>
/// <param name="FirstDueAt">When the answer before was due.</param>
/// <param name="FirstOverdueSince">Since when that was overdue; absent when it was not.</param>
/// <param name="Answered">True once the final answer is there.</param>
public sealed record AskedAgainView(DateTimeOffset At, DateTimeOffset FirstDueAt, DateTimeOffset? FirstOverdueSince, bool Answered);

/// <summary>A reminder or escalation that left.</summary>
public sealed record NoticeView(string Kind, DateTimeOffset DueAt, DateTimeOffset SentAt);

/// <summary>Another day for what was promised.</summary>
public sealed record NewDateView(DateTimeOffset At, DateOnly From, DateOnly To, string Reason, bool WasLate);

/// <summary>What was shown to be done, and the coordinator's word on it; absent while nobody looked.</summary>
public sealed record EvidenceView(DateTimeOffset At, string Text, Uri? Link, bool Late, bool? Accepted, string? Reason);

/// <summary>What the Data Governing Board decided.</summary>
public sealed record GoverningBoardView(GoverningBoardDecisionKind Kind, DateOnly On, string Number, string? Note,
    DateTimeOffset RecordedAt);
