namespace CtVoice.Core.Projects;

/// <summary>The days for which an agency may promise something: from today on, and not so far that nobody will ask after it.</summary>
public static class PromisedDay
{
    private const int MostYears = 10;

    /// <summary>The last of them.</summary>
    public static DateOnly Last(DateOnly today) => today.AddYears(MostYears);

    /// <summary>What is wrong with a day, in a plain sentence; null when nothing is.</summary>
    public static string? Fault(DateOnly day, DateOnly today) => day >= today && day <= Last(today)
        ? null
        : FormattableString.Invariant($"Promise a day from today to {Last(today):yyyy-MM-dd}.");
}
