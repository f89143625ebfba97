using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Accountability;

/// <summary>What the public should see of one recommendation, said as plainly as it can be: a few fields and no history.</summary>
internal sealed class ModelRecommendation(string addressee, DateTimeOffset sentAt, DateTimeOffset due)
{
    internal string Addressee { get; } = addressee;

    internal List<(AnswerKind Kind, string Reason)> Answers { get; } = [];

    internal DateTimeOffset Due { get; private set; } = due;

    /// <summary>Since when the due date holds.</summary>
    internal DateTimeOffset DueSince { get; private set; } = sentAt;

    internal int Extensions { get; private set; }

    internal DateTimeOffset? OverdueSince { get; private set; }

    internal DateOnly? Promised { get; private set; }

    internal bool Delivered { get; private set; }

    internal bool EvidenceWaits { get; private set; }

    internal DateTimeOffset? NotDeliveredSince { get; private set; }

    internal bool AskedAgain { get; private set; }

    internal bool Waits { get; private set; } = true;

    internal bool Answer(AnswerKind kind, string reason, DateOnly? dueOn, DateTimeOffset now, ReviewPolicy policy)
    {
        if (AskedAgain && !Waits || !Waits && Answers[^1] == (kind, reason))
            return false;
        Answers.Add((kind, reason));
        Waits = false;
        (Delivered, EvidenceWaits, NotDeliveredSince) = (false, false, null);
        Promised = kind is AnswerKind.NotAdopted ? null : dueOn ?? Today(now).AddDays(policy.DecideLaterWithin);
        return true;
    }

    internal bool Extend(int days, DateTimeOffset now, ReviewPolicy policy)
    {
        if (!Waits || AskedAgain || now >= Due || Extensions == policy.AnswerExtensions)
            return false;
        (Due, DueSince, Extensions) = (Given.Calendar.EndOfWindow(Due, days, policy.ClosesAt).At, now, Extensions + 1);
        return true;
    }

    internal bool Show()
    {
        if (Waits && Answers.Count == 0 || Promised is null || Answers[^1].Kind is not (AnswerKind.Adopted or AnswerKind.AdoptedInPart) || Delivered)
            return false;
        (Delivered, EvidenceWaits) = (true, true);
        return true;
    }

    internal bool Judge(bool accepted)
    {
        if (!EvidenceWaits)
            return false;
        (Delivered, EvidenceWaits) = (accepted, false);
        return true;
    }

    internal bool Move(DateOnly to)
    {
        if (Promised is null || Delivered || Promised == to)
            return false;
        (Promised, NotDeliveredSince) = (to, null);
        return true;
    }

    internal void AskAgain(DateTimeOffset now, ReviewPolicy policy)
    {
        if (Waits)
            return;
        (AskedAgain, Waits, OverdueSince, DueSince) = (true, true, null, now);
        Due = Given.Calendar.EndOfWindow(now, policy.AnswerAgainBusinessDays, policy.ClosesAt).At;
    }

    /// <summary>What the clock makes public when it is looked at.</summary>
    internal void Look(DateTimeOffset now, ReviewPolicy policy)
    {
        if (Waits && now >= Due)
            OverdueSince = Due;
        if (!Delivered && Promised is { } day && StartOf(day.AddDays(1 + policy.CommitmentGraceDays)) is var late && now >= late)
            NotDeliveredSince = late;
    }

    private static DateOnly Today(DateTimeOffset now) => LocalTime.DateIn(BusinessCalendar.Zone, now);

    private static DateTimeOffset StartOf(DateOnly day) => LocalTime.InstantOf(day, TimeOnly.MinValue, BusinessCalendar.Zone);
}
