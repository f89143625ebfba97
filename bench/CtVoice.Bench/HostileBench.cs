using CtVoice.Language.Tests.Email;

namespace CtVoice.Bench;

/// <summary>What reading one mail of 1 MiB takes, all of it, on one thread.</summary>
/// <param name="Name">What it is made of, in words.</param>
/// <param name="Milliseconds">Processor time of the whole program, best of several.</param>
internal sealed record HostileFigures(string Name, double Milliseconds);

/// <summary>Reads each of the mails that were made to be slow, after all of them have been read once.</summary>
internal static class HostileBench
{
    /// <param name="rounds">How often each is read; the best counts, as a shared machine only ever adds.</param>
    /// <returns>A friendly one, then the others, the dearest first.</returns>
    internal static IReadOnlyList<HostileFigures> Run(int rounds)
    {
        foreach (var mail in HostileMails.All.Prepend(HostileMails.Friendly))
            mail.Read();
        return
        [
            Cost(HostileMails.Friendly, rounds),
            .. HostileMails.All.Select(mail => Cost(mail, rounds)).OrderByDescending(figure => figure.Milliseconds),
        ];
    }

    private static HostileFigures Cost(HostileMail mail, int rounds)
    {
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var began = Environment.CpuUsage.TotalTime;
            mail.Read();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - began).TotalMilliseconds);
        }

        return new(mail.Name, best);
    }
}
