namespace CtVoice.Core.Board;

/// <summary>The time in which the board counts its days and years, whatever the zone of a member.</summary>
internal static class BoardZone
{
    private static readonly TimeZoneInfo Connecticut = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>The calendar day of an instant in Connecticut.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Connecticut).DateTime);
}
