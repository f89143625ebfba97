using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Testing.Reviews;

/// <summary>What the public should see of one recommendation, said as plainly as it can be: a few fields and no history.</summary>
public sealed class ModelRecommendation(string addressee, DateTimeOffset sentAt, DateTimeOffset due)
{
    private readonly List<(AnswerKind Kind, string Reason)> answers = [];

    public string Addressee { get; } = addressee;

    public IReadOnlyList<(AnswerKind Kind, string Reason)> Answers => answers;

    public DateTimeOffset Due { get; private set; } = due;

    /// <summary>Since when the due date holds.</summary>
    public DateTimeOffset DueSince { get; private set; } = sentAt;

    public int Extensions { get; private set; }

    public DateTimeOffset? OverdueSince { get; private set; }

    public DateOnly? Promised { get; private set; }

    public bool Delivered { get; private set; }

    public bool EvidenceWaits { get; private set; }

    public DateTimeOffset? NotDeliveredSince { get; private set; }

    public bool AskedAgain { get; private set; }

    public bool Waits { get; private set; } = true;

    public bool Answer(AnswerKind kind, string reason, DateOnly? dueOn, DateTimeOffset now, ReviewPolicy policy)
    {
        if (AskedAgain && !Waits || !Waits && Answers[^1] == (kind, reason))
            return false;
        answers.Add((kind, reason));
        Waits = false;
        (Delivered, EvidenceWaits, NotDeliveredSince) = (false, false, null);
        Promised = kind is AnswerKind.NotAdopted ? null : dueOn ?? Today(now).AddDays(policy.DecideLaterWithin);
        return true;
    }

    public bool Extend(int days, DateTimeOffset now, ReviewPolicy policy)
    {
        if (!Waits || AskedAgain || now >= Due || Extensions == policy.AnswerExtensions)
            return false;
        (Due, DueSince, Extensions) = (BusinessCalendar.Connecticut.EndOfWindow(Due, days, policy.ClosesAt).At, now, Extensions + 1);
        return true;
    }

    public bool Show()
    {
        if (Waits && Answers.Count == 0 || Promised is null || Answers[^1].Kind is not (AnswerKind.Adopted or AnswerKind.AdoptedInPart)
            || Delivered)
            return false;
        (Delivered, EvidenceWaits) = (true, true);
        return true;
    }

    public bool Judge(bool accepted)
    {
        if (!EvidenceWaits)
            return false;
        (Delivered, EvidenceWaits) = (accepted, false);
        return true;
    }

    public bool Move(DateOnly to)
    {
        if (Promised is null || Delivered || Promised == to)
            return false;
        (Promised, NotDeliveredSince) = (to, null);
        return true;
    }

    public void AskAgain(DateTimeOffset now, ReviewPolicy policy)
    {
        if (Waits || Delivered || Answers[^1].Kind is AnswerKind.Adopted)
            return;
        (AskedAgain, Waits, OverdueSince, DueSince) = (true, true, null, now);
        Due = BusinessCalendar.Connecticut.EndOfWindow(now, policy.AnswerAgainBusinessDays, policy.ClosesAt).At;
    }

    /// <summary>What the clock makes public when it is looked at.</summary>
    public void Look(DateTimeOffset now, ReviewPolicy policy)
    {
        if (Waits && now >= Due)
            OverdueSince = Due;
        if (!Delivered && !StandsStill && Promised is { } day && StartOf(day.AddDays(1 + policy.CommitmentGraceDays)) is var late
            && now >= late)
            NotDeliveredSince = late;
    }

    // It waits for information, for the first time: in however many words it asked.
    private bool StandsStill => !Waits && Answers[^1].Kind is AnswerKind.NeedsInformation
        && Answers.Reverse().SkipWhile(a => a.Kind is AnswerKind.NeedsInformation).All(a => a.Kind is not AnswerKind.NeedsInformation);

    private static DateOnly Today(DateTimeOffset now) => LocalTime.DateIn(BusinessCalendar.Zone, now);

    private static DateTimeOffset StartOf(DateOnly day) => LocalTime.InstantOf(day, TimeOnly.MinValue, BusinessCalendar.Zone);
}
