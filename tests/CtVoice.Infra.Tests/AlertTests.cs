using System.Text.RegularExpressions;
using CtVoice.Core.Operations;
using Microsoft.Extensions.Logging;

namespace CtVoice.Infra.Tests;

/// <summary>The alerts look for what the code writes.</summary>
public sealed partial class AlertTests
{
    private static readonly string Alerts = Repository.Read("infra/modules/alerts.bicep");

    [Fact]
    public void Every_alarm_of_the_code_has_a_rule_and_an_explanation_and_the_other_way_round()
    {
        string[] alarms = [Alarms.Inbox, Alarms.Ledger, Alarms.Send];
        Assert.Equal(alarms, Code().Matches(Alerts).Select(m => m.Value).Distinct().Order());
        Assert.Equal(alarms, Code().Matches(Repository.Read("docs/operations.md")).Select(m => m.Value).Distinct().Order());
    }

    [Fact]
    public void Every_alarm_begins_with_its_code()
    {
        var log = new Written();
        Alarms.LedgerBroken(log, "r1", "entry 3");
        Alarms.SendFailed(log, "r1/m1/invite/1", "sms", "30007");
        Alarms.InboxOverdue(log, 2, 45);
        Assert.Equal(
            [
                $"{Alarms.Ledger}: the ledger of r1 does not verify: entry 3",
                $"{Alarms.Send}: message r1/m1/invite/1 by sms failed with 30007",
                $"{Alarms.Inbox}: 2 stored replies are not taken up, the oldest for 45 minutes",
            ],
            log.Lines);
    }

    [Fact]
    public void The_rule_about_the_sweep_asks_for_the_function_that_sweeps()
    {
        Assert.Contains("OperationName == \"Sweep\"", Alerts, StringComparison.Ordinal);
        Assert.Matches(@"\[Function\((nameof\(Sweep\)|""Sweep"")\)\]", Repository.Read("functions/CtVoice.Functions/Workflows/SweepFunction.cs"));
    }

    [Fact]
    public void No_alarm_is_left_out_by_sampling() =>
        Assert.Matches("\"excludedTypes\": \"[^\"]*Request[^\"]*Trace[^\"]*\"", Repository.Read("host.json"));

    [GeneratedRegex("CTV-[A-Z]+")]
    private static partial Regex Code();

    private sealed class Written : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
