using CtVoice.Core.Accountability;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Tests.Reviews;

namespace CtVoice.Core.Tests.Accountability;

/// <summary>Reports whose advice goes to several addressees, and what they say to it.</summary>
internal static class Advice
{
    /// <summary>Twenty business days after January 28, 20:00; February 12 and 15 are holidays.</summary>
    internal static readonly DateTimeOffset Due = new(2027, 3, 2, 1, 0, 0, TimeSpan.Zero);

    /// <summary>When the report went out.</summary>
    internal static readonly DateTimeOffset Sent = Given.Reported().Report!.SentAt;

    /// <summary>A report with one recommendation to each.</summary>
    internal static Review To(params string[] addressees)
    {
        var review = Given.Reported();
        var one = review.Recommendations[0];
        return review with
        { Recommendations = [.. addressees.Select((addressee, i) => one with { Number = i + 1, Addressee = addressee })] };
    }

    internal static DateTimeOffset At(int month, int day, int hour = 10) =>
        LocalTime.InstantOf(new(2027, month, day), new(hour, 0), LocalTime.Connecticut);

    internal static RecommendationAnswer Answer(
        AnswerKind kind = AnswerKind.Adopted, DateTimeOffset? at = null, DateOnly? dueOn = null, string reason = "It is right.") => new(
            kind, reason, new Dictionary<string, string> { ["en"] = "We will." }, "Data lead",
            dueOn ?? (kind is AnswerKind.Adopted or AnswerKind.AdoptedInPart ? new(2027, 6, 30) : null), at ?? Due.AddDays(-10), "key-3");

    internal static Review Answered(this Review review, int number, RecommendationAnswer? answer = null) =>
        Answering.Answer(review, number, review.Recommendations[number - 1].Addressee, answer ?? Answer()).State();

    /// <summary>So many members said 1, 2 and 3 to "did this answer you?", asked on March 3, a Wednesday.</summary>
    internal static Review Voted(this Review review, int yes, int partly, int no) => review with
    {
        FollowUps =
        [
            .. Enumerable.Repeat(1, yes).Concat(Enumerable.Repeat(2, partly)).Concat(Enumerable.Repeat(3, no)).DefaultIfEmpty()
                .Select((choice, i) => new FollowUp
            {
                Number = i + 1,
                MemberId = FormattableString.Invariant($"m-{i + 1:D2}"),
                Pseudonym = FormattableString.Invariant($"resident-{i + 1}"),
                Kind = FollowUpKind.Satisfaction,
                AskedAt = At(3, 3),
                Pieces = choice == 0 ? [] : [new(FormattableString.Invariant($"sms|{i}"), Channel.Sms, At(3, 4), null, choice)],
            }),
        ],
    };

    internal static ClockStep? Next(this Review review, DateTimeOffset now, string addressee = "DSS") =>
        AddresseeSchedule.Of(review, addressee, Given.Calendar, now).Next;

    /// <summary>Everything that an addressee's clock does until an instant, each at the moment it is due.</summary>
    internal static (Review Review, IReadOnlyList<ClockStep> Steps) PassTo(this Review review, DateTimeOffset end, DateTimeOffset start,
        string addressee = "DSS")
    {
        var steps = new List<ClockStep>();
        var now = start;
        while (review.Next(now, addressee) is { } step && step.At <= end)
        {
            if (step.At > now)
            {
                now = step.At;
                continue;
            }
            steps.Add(step);
            review = review.Take(step, now, addressee);
        }
        return (review, steps);
    }

    /// <summary>What the workflow's activities decide for a step that is due.</summary>
    internal static Review Take(this Review review, ClockStep step, DateTimeOffset now, string addressee = "DSS") => step.Kind switch
    {
        AddresseeSchedule.Overdue => Answering.NoteOverdue(review, addressee, now).State(),
        AddresseeSchedule.NotDelivered => Delivering.NoteNotDelivered(review, addressee, now).State(),
        _ => EndingParts.NoticeSent(review, new(
            addressee, step.Kind, step.DueAt,
            [.. AddresseeSchedule.About(review, addressee, step, Given.Calendar, now).Select(r => r.Number)],
            now)).State(),
    };
}
