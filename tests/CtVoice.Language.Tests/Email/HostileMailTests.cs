using System.Diagnostics;
using CtVoice.Language.Email;
using Xunit.Abstractions;

namespace CtVoice.Language.Tests.Email;

/// <summary>
/// A hostile mail of 1 MiB costs less than 0.1 s of processor time: <c>CTVOICE_LONG=1</c> in a Release build asks for that and prints
/// what each takes, as <c>bench hostile</c> does. By default, in whatever build and while it is being compiled, a second is
/// allowed, and what grows faster than the text is seen by what a quarter of it takes.
/// </summary>
public sealed class HostileMailTests(ITestOutputHelper output)
{
    /// <summary>What one mail may take.</summary>
    private const double Aim = 100;

    /// <summary>What it may take in a build for debugging, whose compiler leaves all as it stands.</summary>
    private const double Limit = 1_000;

    /// <summary>What takes less, in milliseconds, need not be measured again.</summary>
    private const double Short = 250;

    /// <summary>How many times longer than a quarter of it a text may take: four times is linear, sixteen quadratic.</summary>
    private const int Growth = 12;

    private const int Rounds = 5;

    private static readonly bool Long = Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1";

    public static TheoryData<string> Mails => [.. HostileMails.All.Select(mail => mail.Name)];

    [Theory]
    [MemberData(nameof(Mails))]
    public void Hostile_mail_costs_little(string name)
    {
        var mail = Array.Find(HostileMails.All, known => known.Name == name)!;

        var cost = Cost(() => mail.Read());

        output.WriteLine($"{name}: {cost:N0} ms");
        Assert.InRange(cost, 0, Limit);
        if (cost > Short)
            Assert.InRange(cost, 0, Growth * Cost(() => mail.Read(HostileMails.Size / 4)));
    }

    [SkippableFact]
    public void Each_of_them_costs_less_than_a_tenth_of_a_second_once_all_is_compiled()
    {
        Skip.IfNot(Long, "Reads each hostile mail six times: set CTVOICE_LONG=1.");
        Skip.If(Attribute.GetCustomAttribute(typeof(EmailReader).Assembly, typeof(DebuggableAttribute))
            is DebuggableAttribute { IsJITOptimizerDisabled: true }, "A build for debugging says nothing about time: -c Release.");
        foreach (var mail in HostileMails.All)
            mail.Read();

        var figures = HostileMails.All.Select(mail => (mail.Name, Cost: Best(() => mail.Read())))
            .OrderByDescending(figure => figure.Cost).ToArray();

        foreach (var (name, cost) in figures)
            output.WriteLine($"{cost,6:N1} ms  {name}");
        output.WriteLine($"{Best(() => HostileMails.Friendly.Read()),6:N1} ms  {HostileMails.Friendly.Name}");
        Assert.DoesNotContain(figures, figure => figure.Cost >= Aim);
    }

    [Fact]
    public void Names_tell_them_apart() =>
        Assert.Equal(HostileMails.All.Length, HostileMails.All.Select(mail => mail.Name).Distinct().Count());

    /// <summary>The best of three. What is short at once is not tried again.</summary>
    private static double Cost(Action read)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 3 && best > Short; round++)
            best = Math.Min(best, Taken(read));
        return best;
    }

    private static double Best(Action read) => Enumerable.Range(0, Rounds).Min(_ => Taken(read));

    private static double Taken(Action read)
    {
        var began = ProcessorTime.Now;
        read();
        return (ProcessorTime.Now - began).TotalMilliseconds;
    }
}
