namespace CtVoice.Core.Representation;

/// <summary>
/// The four counts behind a risk ratio: a of the data's N people belong to a group, and n1 of the comparison's N0 people do.
/// Requires 0 &lt;= a &lt;= n1, N - a &lt;= N0 - n1, and people on both sides of the comparison.
/// </summary>
internal readonly record struct FourFoldTable(long InData, long People, long InComparison, long ComparisonTotal)
{
    /// <summary>Two-sided 95% point of the normal distribution.</summary>
    private const double Z = 1.96;

    private long Others => People - InData;

    private long OthersInComparison => ComparisonTotal - InComparison;

    /// <summary>
    /// (a/N) / (n1/N0) on the scale of a threshold, without rounding: negative below it, zero on it, positive above.
    /// </summary>
    internal int CompareIndexTo(decimal threshold) =>
        ((decimal)InData * ComparisonTotal).CompareTo(threshold * People * InComparison);

    /// <summary>The figures, and the relative rate when the reference group's counts are given.</summary>
    internal PopulationFigures Figures((long InData, long InComparison)? reference)
    {
        // A zero cell has no logarithm; half a person stands in for it.
        var a = InData == 0 ? 0.5 : InData;
        var c = Others == 0 ? 0.5 : Others;
        var ratio = a / InComparison / (c / OthersInComparison);
        var margin = Z * Math.Sqrt((1 / a) - (1.0 / InComparison) + (1 / c) - (1.0 / OthersInComparison));
        var share = (double)InData / People;
        var baseShare = (double)InComparison / ComparisonTotal;
        return InTheData(InData, People) with
        {
            InComparison = InComparison,
            ComparisonTotal = ComparisonTotal,
            ComparisonShare = baseShare,
            Index = share / baseShare,
            RiskRatio = ratio,
            RiskRatioLow = ratio * Math.Exp(-margin),
            RiskRatioHigh = ratio * Math.Exp(margin),
            IsZeroCorrected = InData == 0 || Others == 0,
            RelativeRate = reference is { InData: > 0, InComparison: > 0 } r
                ? (double)InData / InComparison / ((double)r.InData / r.InComparison) : null,
        };
    }

    /// <summary>The figures that need no comparison: the share and its Wilson interval.</summary>
    internal static PopulationFigures InTheData(long inData, long people)
    {
        var share = (double)inData / people;
        var z2 = Z * Z;
        var middle = (share + (z2 / (2 * people))) / (1 + (z2 / people));
        var half = Z * Math.Sqrt((share * (1 - share) / people) + (z2 / (4.0 * people * people))) / (1 + (z2 / people));
        return new()
        {
            InData = inData,
            People = people,
            Share = share,
            ShareLow = Math.Max(0, middle - half),
            ShareHigh = Math.Min(1, middle + half),
        };
    }
}
