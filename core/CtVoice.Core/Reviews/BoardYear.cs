using CtVoice.Core.Calendar;

namespace CtVoice.Core.Reviews;

/// <summary>
/// A year of the board in process counts: reviews, what was made of advice, and whether answers came in time. Public: it counts what of
/// a review is public anyway, asked and replied only after its close, and crosses nothing with a member. Every number follows from the
/// ledgers of the reviews alone. Pure.
/// </summary>
/// <param name="Year">Year (UTC) in which the reviews were received.</param>
/// <param name="Reviews">What became of them.</param>
/// <param name="Advice">All advice that came of them so far.</param>
/// <param name="Agencies">The same by addressee, in order of codes.</param>
public sealed record BoardYear(int Year, ReviewsOfYear Reviews, AdviceOfYear Advice, IReadOnlyList<AdviceOfYear> Agencies)
{
    /// <summary>Of all reviews that were received in the year; practice counts for nothing.</summary>
    public static BoardYear Of(int year, IEnumerable<Review> received)
    {
        var reviews = received.Where(review => !review.Practice).ToList();
        return new(
            year, ReviewsOfYear.Of(reviews), AdviceOfYear.Of(null, reviews),
            [
                .. reviews.SelectMany(review => review.Recommendations).Select(r => r.Addressee).Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal).Select(addressee => AdviceOfYear.Of(addressee, reviews)),
            ]);
    }
}

/// <summary>What became of the reviews of a year.</summary>
/// <param name="Received">Projects that were sent in.</param>
/// <param name="NotRequired">Those about which residents need not be asked.</param>
/// <param name="Cancelled">Those that ended early.</param>
/// <param name="CarriedOver">Those for which earlier advice still stood.</param>
/// <param name="Closed">Those in which residents were asked until the close.</param>
/// <param name="BelowQuorum">Those of them whose report says that fewer replied than the rules want.</param>
/// <param name="NotAnswered">Those of which residents said that the answers did not answer them.</param>
/// <param name="Asked">Times that a member was asked in those that are closed.</param>
/// <param name="Replied">Times that a member replied in time in those.</param>
public sealed record ReviewsOfYear(
    int Received, int NotRequired, int Cancelled, int CarriedOver, int Closed, int BelowQuorum, int NotAnswered, int Asked, int Replied)
{
    internal static ReviewsOfYear Of(IReadOnlyCollection<Review> reviews)
    {
        var totals = reviews.Where(review => review.CarriedOver is null).Select(ReviewTotals.Of).OfType<ReviewTotals>().ToList();
        return new(
            reviews.Count, reviews.Count(review => review.Stage is ReviewStage.NotRequired),
            reviews.Count(review => review.Stage is ReviewStage.Cancelled), reviews.Count(review => review.CarriedOver is not null),
            totals.Count, reviews.Count(review => review.Report is { BelowQuorum: true }),
            reviews.Count(review => review.ResidentsNotAnswered), totals.Sum(total => total.Asked), totals.Sum(total => total.Replied));
    }
}

/// <summary>What was made of advice, and whether answers came in time.</summary>
/// <param name="Agency">Code of the addressee; absent for all of them.</param>
/// <param name="Recommendations">Recommendations; each is counted in one of the next six.</param>
/// <param name="Adopted">Adopted, by the answer that holds.</param>
/// <param name="InPart">Adopted in part.</param>
/// <param name="Refused">Not adopted.</param>
/// <param name="Deferred">Put off, or more information is wanted.</param>
/// <param name="Overdue">An answer is owed and overdue: the first, or the one to the residents' "not answered".</param>
/// <param name="Unanswered">The first answer is owed and not yet due.</param>
/// <param name="Kept">Adopted ones of which it was shown that they were done.</param>
/// <param name="Broken">Promises whose day has passed without it.</param>
/// <param name="Owed">Answers that were owed: one for each recommendation, and one more where residents were not answered. Each is
/// counted in one of the next two, or is still owed.</param>
/// <param name="InTime">Those that came before they were due; time that was lawfully added counts.</param>
/// <param name="Late">Those that came later.</param>
/// <param name="MedianDays">Days (Connecticut) from asking to the answer: half of the answers took at most that long; absent without
/// answers.</param>
/// <param name="LongestDays">Days that the slowest answer took.</param>
public sealed record AdviceOfYear(
    string? Agency, int Recommendations, int Adopted, int InPart, int Refused, int Deferred, int Overdue, int Unanswered, int Kept,
    int Broken, int Owed, int InTime, int Late, int? MedianDays, int? LongestDays)
{
    internal static AdviceOfYear Of(string? addressee, IReadOnlyCollection<Review> reviews)
    {
        var counts = AdviceCounts.Sum(
            addressee ?? "", [.. reviews.SelectMany(AdviceCounts.Of).Where(of => addressee is null || of.Addressee == addressee)]);
        var given = reviews.SelectMany(review => review.Recommendations).Where(r => addressee is null || r.Addressee == addressee).ToList();
        var answers = given.SelectMany(OwedAnswers).ToList();
        var days = answers.Select(answer => Days(answer.Asked, answer.Given.AnsweredAt)).Order().ToList();
        var late = answers.Count(answer => answer.Given.Late);
        return new(
            addressee, counts.Recommendations, counts.Adopted, counts.InPart, counts.Refused, counts.Deferred, counts.Overdue,
            counts.Recommendations - counts.Adopted - counts.InPart - counts.Refused - counts.Deferred - counts.Overdue, counts.Kept,
            counts.Broken, given.Count + given.Count(r => r.AskedAgain is not null), answers.Count - late, late,
            days.Count == 0 ? null : days[(days.Count - 1) / 2], days.Count == 0 ? null : days[^1]);
    }

    /// <summary>Whole days of Connecticut from one instant to another.</summary>
    internal static int Days(DateTimeOffset from, DateTimeOffset to) =>
        LocalTime.DateIn(BusinessCalendar.Zone, to).DayNumber - LocalTime.DateIn(BusinessCalendar.Zone, from).DayNumber;

    private static IEnumerable<(DateTimeOffset Asked, RecommendationAnswer Given)> OwedAnswers(Recommendation recommendation)
    {
        if (recommendation.Answers is [var first, ..])
            yield return (recommendation.SentAt, first);
        if (recommendation.AskedAgain is { } again && recommendation.Answers.Count > again.AnswersBefore)
            yield return (again.At, recommendation.Answers[again.AnswersBefore]);
    }
}
