using System.Diagnostics;
using System.Text;
using CtVoice.Language.Email;
using CtVoice.Language.Mime;
using CtVoice.Language.Sms;

namespace CtVoice.Bench;

/// <summary>What understanding messages costs, without storing anything.</summary>
/// <param name="MailsPerSecond">Replies extracted from typical mails a second, one core.</param>
/// <param name="TextsPerSecond">Text messages read a second, one core.</param>
/// <param name="VariedPerSecond">Texts of which no two are alike, by processor time, the best round.</param>
/// <param name="Varied">How many those are.</param>
/// <param name="FriendlyMilliseconds">One mail of 1 MiB of ordinary sentences, best of several.</param>
/// <param name="HostileMilliseconds">The most expensive of the hostile mails of 1 MiB, best of several.</param>
/// <param name="WorstName">Which one that was.</param>
internal sealed record ParserFigures(
    double MailsPerSecond, double TextsPerSecond, double VariedPerSecond, int Varied, double FriendlyMilliseconds,
    double HostileMilliseconds, string WorstName)
{
    /// <summary>What the worst hostile mail costs more than a friendly one.</summary>
    internal double ExtraMilliseconds => HostileMilliseconds - FriendlyMilliseconds;
}

/// <summary>Reads made-up mails and texts of the usual shapes, and mails made to be slow, on one thread.</summary>
internal static class ParserBench
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>Repeated up to 1 MiB: what costs a careless reader more than linear time.</summary>
    private static readonly (string Name, string Unit)[] Hostile =
    [
        ("introductions that never end", "On Mon, Mar 4, 2024 at 10:11 AM Dana <d@example.org>\n"),
        ("introductions", "On Mon, Mar 4, 2024 at 10:11 AM Dana <d@example.org> wrote:\n> q\n"),
        ("header fields", "From: Dana\nTo: Maria\n"), ("quote marks", ">"), ("one long line", "abc "), ("one letter a line", "x\n"),
        ("signatures", "-- \n"), ("rules", "---------\n"),
        ("program lines", "Sent from my iPhone\n"),
        ("disclaimers", "This email is confidential and intended solely for the recipient.\n\n"),
        ("pleas", "stop texting me about this and that so much "), ("digits", "2 2 2 2 "),
        ("separators", "-----Original Message-----\n> x\n"),
    ];

    /// <param name="duration">How long mails, and then texts, are read.</param>
    /// <param name="rounds">How often each large mail is read; the best counts.</param>
    internal static ParserFigures Run(TimeSpan duration, int rounds = 7)
    {
        var mails = MailKinds.Typical;
        var mailsPerSecond = Rate(duration, i => _ = EmailReader.Read(mails[i % mails.Length].Bytes, EmailContext.Default).Reply);
        var textsPerSecond =
            Rate(duration, i => _ = SmsReader.Read(MailKinds.Texts[i % MailKinds.Texts.Length], SmsContext.Default).Kind);
        var varied = VariedTexts();
        var variedPerSecond = varied.Length / BestRound(duration, varied);
        var friendly = Cost("I think this is a good idea, because it would save my family a lot of time and paper.\n", rounds);
        var worst = Hostile.Select(body => (body.Name, Cost: Cost(body.Unit, rounds))).MaxBy(body => body.Cost);
        return new(mailsPerSecond, textsPerSecond, variedPerSecond, varied.Length, friendly, worst.Cost, worst.Name);
    }

    /// <summary>The texts of the tests' case files, <c>what is expected | text</c> a line.</summary>
    private static string[] VariedTexts() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "texts"), "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(" | ", 2)).Where(parts => parts.Length == 2).Select(parts => parts[1]).Distinct(),
    ];

    /// <summary>Seconds of processor time that all texts take one after the other: the best of as many rounds as there is time for, and of
    /// six at the least.</summary>
    private static double BestRound(TimeSpan duration, string[] texts)
    {
        const int Least = 6;
        var (watch, best) = (Stopwatch.StartNew(), TimeSpan.MaxValue);
        for (var round = 0; round < Least || watch.Elapsed < duration; round++)
        {
            var began = Environment.CpuUsage.TotalTime;
            foreach (var text in texts)
                _ = SmsReader.Read(text, SmsContext.Default).Kind;
            var taken = Environment.CpuUsage.TotalTime - began;
            best = taken < best ? taken : best;
        }
        return best.TotalSeconds;
    }

    private static double Rate(TimeSpan duration, Action<int> read)
    {
        for (var i = 0; i < 200; i++)
            read(i);
        var watch = Stopwatch.StartNew();
        var done = 0;
        while (watch.Elapsed < duration)
            read(done++);
        return done / watch.Elapsed.TotalSeconds;
    }

    private static double Cost(string unit, int rounds)
    {
        var body = new StringBuilder(Mebibyte + unit.Length).Insert(0, unit, (Mebibyte / unit.Length) + 1).ToString(0, Mebibyte);
        var mail = MimeReader.FromFields("", body, null);
        var best = double.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            _ = EmailReader.Read(mail, EmailContext.Default);
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }
        return best;
    }
}
