using System.Text.RegularExpressions;
using CtVoice.Core.Json;
using CtVoice.Testing;

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
        Assert.All(
            typeof(Alarms).GetFields(),
            alarm => Assert.Contains(core, source => Regex.IsMatch(source, $@"\bAlarms\.{alarm.Name}\s+\+ """)));
    }

    [Fact]
    public void Every_alarm_is_raised_by_a_test()
    {
        var tests = Directory.EnumerateFiles(Repository.PathOf("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("CtVoice.Infra.Tests", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        Assert.All(typeof(Alarms).GetFields(), alarm =>
            Assert.Contains(tests, source => source.Contains($"\"{alarm.GetRawConstantValue()}", StringComparison.Ordinal)
                && source.Contains("[Fact]", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_rule_about_the_sweep_counts_the_lines_of_the_sweep()
    {
        // Lines of the worker are in AppTraces under OpenTelemetry too; how a run of a timer is recorded is the host's affair.
        Assert.DoesNotContain("AppRequests", Alerts, StringComparison.Ordinal);
        Assert.Contains($"AppTraces | where Message has \"{Alarms.Alive}\" | summarize Found = count()", Alerts, StringComparison.Ordinal);
        Assert.Contains("Alarms.Alive + \"", Repository.Read("core/CtVoice.Core/Workflows/Sweep.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_alert_says_what_to_look_at_and_what_to_do()
    {
        var operations = Repository.Read("docs/operations.md");
        var rules = RuleName().Matches(Alerts).Select(m => m.Groups[1].Value).ToList();
        Assert.InRange(rules.Count, 5, 10);
        Assert.All(rules, rule => Assert.Matches($@"(?s)\*\* \(`ctvoice-{rule}`\)\. \*Alarm:\*.+?\*Look:\*.+?\*Do:\*", operations));
    }

    [Fact]
    public void Who_is_told_is_asked_for()
    {
        // azd asks for a parameter that has neither a value in its file nor a default.
        Assert.Contains("param alertEmails string\n", Repository.Read("infra/main.bicep"), StringComparison.Ordinal);
        Assert.Contains("\"alertEmails\": { \"value\": \"${CTVOICE_ALERT_EMAILS}\" }", Repository.Read("infra/main.parameters.json"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_alarm_is_left_out_by_sampling()
    {
        var app = Repository.Read("infra/modules/function-app.bicep");
        Assert.Contains("OTEL_TRACES_SAMPLER: 'microsoft.fixed_percentage'", app, StringComparison.Ordinal);
        Assert.Contains("OTEL_TRACES_SAMPLER_ARG: '1'", app, StringComparison.Ordinal);
        Assert.Contains("\"telemetryMode\": \"OpenTelemetry\"", Repository.Read("host.json"), StringComparison.Ordinal);
    }

    [GeneratedRegex("(?m)^    name: '(\\w+)'$")]
    private static partial Regex RuleName();

    [GeneratedRegex("CTV-[A-Z]+")]
    private static partial Regex Code();
}
