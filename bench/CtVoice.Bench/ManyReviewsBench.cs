namespace CtVoice.Bench;

/// <summary>What a reply costs with so many open reviews.</summary>
/// <param name="Open">Open reviews.</param>
/// <param name="ProcessorMilliseconds">Processor time of a reply, with its client.</param>
/// <param name="SlowMilliseconds">Time of a reply, 99th percentile.</param>
internal sealed record ManyReviewsFigures(int Open, double ProcessorMilliseconds, double SlowMilliseconds);

/// <summary>
/// Whether a reply costs more where more reviews are open: the same replies to the same reviews, beside few and beside many others that
/// wait. Nothing that a reply does may look through what waits.
/// </summary>
internal static class ManyReviewsBench
{
    // Each takes 15 answers, of which the first half of all makes the runtime compile what the others use.
    private const int Answered = 6 * RepliesBench.AtATime;

    internal static async Task<ManyReviewsFigures> RunAsync(string folder, int clients, int open)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N")));
        var figures = await RepliesBench.RunAsync(data.FullName, clients, TimeSpan.FromMinutes(10), Math.Min(Answered, open), open: open)
            .ConfigureAwait(false);
        data.Delete(recursive: true);
        return new(open, figures.ProcessorMilliseconds, figures.SlowMilliseconds);
    }
}
