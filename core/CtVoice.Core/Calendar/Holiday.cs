namespace CtVoice.Core.Calendar;

/// <summary>One day off.</summary>
/// <param name="Date">The day on which state offices are closed.</param>
/// <param name="Name">The name of the holiday, e.g. "Good Friday".</param>
/// <param name="Of">The day that the holiday itself falls on. It can be in the next year:
/// 1 January on a Saturday is observed on 31 December.</param>
public sealed record Holiday(DateOnly Date, string Name, DateOnly Of)
{
    /// <summary>Whether the day off was moved because the holiday itself falls on a weekend.</summary>
    public bool IsMoved => Date != Of;

    /// <summary>Why it is a day off, for people: "Christmas, which falls on Saturday, December 25, 2027".</summary>
    public string Reason => IsMoved ? $"{Name}, which falls on {DayText.Day(Of)}" : Name;
}
