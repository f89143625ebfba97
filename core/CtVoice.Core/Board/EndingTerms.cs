using CtVoice.Core.Calendar;

namespace CtVoice.Core.Board;

/// <summary>How early the board's office is told that a term ends.</summary>
/// <param name="DaysAhead">Days before the last day of a term.</param>
public sealed record TermOptions(int DaysAhead = TermOptions.Default)
{
    /// <summary>Where an installation says nothing: this product's own choice.</summary>
    public const int Default = 30;
}

/// <summary>Terms that the board's office has to see to: they have ended, or end within the days of <see cref="TermOptions"/>.</summary>
public sealed class EndingTerms(BoardStore board, TermOptions options, TimeProvider clock)
{
    /// <summary>Which, who waits longest first, and since when the first has waited.</summary>
    public async Task<(IReadOnlyList<EndingTerm> Terms, DateTimeOffset Since)> ReadAsync(CancellationToken cancellationToken = default)
    {
        var today = LocalTime.DateIn(LocalTime.Connecticut, clock.GetUtcNow());
        var terms = Renewing.Ending(await board.MembersAsync(cancellationToken), today, today.AddDays(options.DaysAhead));
        return (terms, LocalTime.InstantOf((terms is [var first, ..] ? first.EndsOn : today).AddDays(-options.DaysAhead), TimeOnly.MinValue,
            LocalTime.Connecticut));
    }
}
