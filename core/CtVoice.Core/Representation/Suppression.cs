namespace CtVoice.Core.Representation;

/// <summary>Which counts of people may leave.</summary>
public static class Suppression
{
    /// <summary>The smallest count other than zero that may leave: 1 to 10 never do.</summary>
    public const long FirstShown = 11;
}
