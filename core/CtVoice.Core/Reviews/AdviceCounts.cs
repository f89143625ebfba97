using System.Globalization;

namespace CtVoice.Core.Reviews;

/// <summary>
/// What an addressee made of a review's advice, in counts. The register's list holds them, so that nobody has to read every review to
/// say what an agency answered.
/// </summary>
/// <param name="Addressee">Code of whoever was advised.</param>
/// <param name="Recommendations">Recommendations to it.</param>
/// <param name="Adopted">Those it adopted; like the next three without those that it owes an answer to again, too late.</param>
/// <param name="InPart">Those it adopted in part.</param>
/// <param name="Refused">Those it did not adopt.</param>
/// <param name="Deferred">Those it put off, or wants to know more of.</param>
/// <param name="Overdue">Those whose answer is overdue.</param>
/// <param name="Kept">Those whose promise was kept.</param>
/// <param name="Broken">Those whose promise was broken.</param>
public sealed record AdviceCounts(string Addressee, int Recommendations, int Adopted, int InPart, int Refused, int Deferred, int Overdue,
    int Kept, int Broken)
{
    /// <summary>Of a review, by addressee and in order of codes.</summary>
    public static IReadOnlyList<AdviceCounts> Of(Review review) =>
    [
        .. review.Recommendations.GroupBy(r => r.Addressee, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(to =>
        {
            var settled = to.Where(r => !IsOverdue(r)).ToList();
            return new AdviceCounts(
                to.Key, to.Count(), Answered(settled, AnswerKind.Adopted), Answered(settled, AnswerKind.AdoptedInPart),
                Answered(settled, AnswerKind.NotAdopted),
                Answered(settled, AnswerKind.Deferred) + Answered(settled, AnswerKind.NeedsInformation), to.Count(IsOverdue),
                settled.Count(r => r.Commitment is { Delivered: true }),
                settled.Count(r => r.Commitment is { Delivered: false, NotDeliveredSince: not null }));
        }),
    ];

    /// <summary>Of one addressee over several reviews.</summary>
    public static AdviceCounts Sum(string addressee, IReadOnlyCollection<AdviceCounts> counts) => new(
        addressee, counts.Sum(c => c.Recommendations), counts.Sum(c => c.Adopted), counts.Sum(c => c.InPart), counts.Sum(c => c.Refused),
        counts.Sum(c => c.Deferred), counts.Sum(c => c.Overdue), counts.Sum(c => c.Kept), counts.Sum(c => c.Broken));

    /// <summary>As a column of a list has them: <c>CCEH 1 0 1 0 0 0 0 1, DSS 2 ...</c></summary>
    internal static string Write(IEnumerable<AdviceCounts> counts) => string.Join(", ", counts.Select(c => string.Create(
        CultureInfo.InvariantCulture,
        $"{c.Addressee} {c.Recommendations} {c.Adopted} {c.InPart} {c.Refused} {c.Deferred} {c.Overdue} {c.Kept} {c.Broken}")));

    /// <summary>What such a column says.</summary>
    public static IReadOnlyList<AdviceCounts> Read(string column) =>
    [
        .. column.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(' ')).Select(parts =>
        {
            int At(int place) => int.Parse(parts[place], CultureInfo.InvariantCulture);
            return new AdviceCounts(parts[0], At(1), At(2), At(3), At(4), At(5), At(6), At(7), At(8));
        }),
    ];

    private static bool IsOverdue(Recommendation recommendation) => recommendation is { Waits: true, OverdueSince: not null };

    private static int Answered(IEnumerable<Recommendation> recommendations, AnswerKind kind) =>
        recommendations.Count(r => r.Answer?.Kind == kind);
}
