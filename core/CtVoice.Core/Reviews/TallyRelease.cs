namespace CtVoice.Core.Reviews;

/// <summary>One option of a tally as it may be shown.</summary>
/// <param name="Option">Number of the option.</param>
/// <param name="Count">How many chose it; null where a number would say who said what.</param>
/// <param name="InWords">The same in a word: nearly all, most or some; null where there is a number.</param>
public sealed record ShownOption(int Option, int? Count, string? InWords);

/// <summary>
/// How many chose what, as agencies and everybody may know it (DOMAIN section 4, small numbers). From five replies on the numbers
/// are shown, unless all or all but one chose the same: that is "nearly all", and the others are not shown. With fewer replies
/// there are words only. This is the one place that decides it.
/// </summary>
public static class TallyRelease
{
    /// <summary>Replies from which on numbers may be shown.</summary>
    public const int NumbersFrom = 5;

    /// <summary>An option that all or all but one chose, from five replies on.</summary>
    public const string NearlyAll = "nearly all";

    /// <summary>More than half of fewer than five replies.</summary>
    public const string Most = "most";

    /// <summary>Chosen by somebody, with fewer than five replies.</summary>
    public const string Some = "some";

    /// <summary>
    /// The options that may be shown, in order. Fewer than five replies are few enough that "some" beside "most" would give the
    /// numbers away, and that nothing beside it would say that all agree: so "most" stands alone, and nobody's choice is certain.
    /// </summary>
    /// <param name="counts">How many chose each option; the first is option 1.</param>
    public static IReadOnlyList<ShownOption> Of(IReadOnlyList<int> counts)
    {
        var total = counts.Sum();
        if (total == 0)
            return [];
        if (Leading(counts, total) is { } leading)
            return [new(leading, null, total >= NumbersFrom ? NearlyAll : Most)];
        return total >= NumbersFrom
            ? [.. counts.Select((count, i) => new ShownOption(i + 1, count, null))]
            : [.. counts.Select((count, i) => new ShownOption(i + 1, null, Some)).Where(o => counts[o.Option - 1] > 0)];
    }

    // All or all but one; of two replies that differ neither leads.
    private static int? Leading(IReadOnlyList<int> counts, int total)
    {
        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i] >= total - 1 && 2 * counts[i] > total)
                return i + 1;
        }
        return null;
    }
}
