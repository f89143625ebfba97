using System.Text.RegularExpressions;
using CtVoice.Core;

namespace CtVoice.Infra.Tests;

/// <summary>The alerts look for what the code writes.</summary>
public sealed partial class AlertTests
{
    private static readonly string Alerts = Repository.Read("infra/modules/alerts.bicep");

    [Fact]
    public void Every_alarm_of_the_code_has_a_rule_and_an_explanation_and_the_other_way_round()
    {
        var alarms = typeof(Alarms).GetFields().Select(f => (string)f.GetRawConstantValue()!).Order().ToList();
        Assert.NotEmpty(alarms);
        Assert.Equal(alarms, Code().Matches(Alerts).Select(m => m.Value).Distinct().Order());
        Assert.Equal(alarms, Code().Matches(Repository.Read("docs/operations.md")).Select(m => m.Value).Distinct().Order());
    }

    [Fact]
    public void Every_alarm_is_raised_somewhere()
    {
        var core = Directory.EnumerateFiles(Repository.PathOf("core/CtVoice.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        Assert.All(typeof(Alarms).GetFields(), alarm => Assert.Contains(core, source => source.Contains($"Alarms.{alarm.Name} + \"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_rule_about_the_sweep_asks_for_the_function_that_sweeps()
    {
        Assert.Contains("Name == \"Sweep\"", Alerts, StringComparison.Ordinal);
        var functions = Directory.EnumerateFiles(Repository.PathOf("functions/CtVoice.Functions/Workflows"), "*.cs").Select(File.ReadAllText);
        Assert.Single(functions, source => source.Contains("[Function(nameof(Sweep))]", StringComparison.Ordinal));
    }

    [Fact]
    public void No_alarm_is_left_out_by_sampling()
    {
        var app = Repository.Read("infra/modules/function-app.bicep");
        Assert.Contains("OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'", app, StringComparison.Ordinal);
        Assert.Contains("OTEL_TRACES_SAMPLER_ARG: '1'", app, StringComparison.Ordinal);
        Assert.Contains("\"telemetryMode\": \"OpenTelemetry\"", Repository.Read("host.json"), StringComparison.Ordinal);
    }

    [GeneratedRegex("CTV-[A-Z]+")]
    private static partial Regex Code();
}
