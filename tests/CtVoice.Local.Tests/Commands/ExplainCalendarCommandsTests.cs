using System.CommandLine;
using System.Text.Json;
using CtVoice.Local.Commands;

namespace CtVoice.Local.Tests.Commands;

/// <summary>The commands under <c>explain</c> about time, as a person or a program calls them.</summary>
public sealed class ExplainCalendarCommandsTests
{
    [Fact]
    public void Window_says_when_it_closes_with_the_local_offset_and_why()
    {
        var (code, output, _) = Run("window --start 2027-03-01T09:00:00-05:00 --business-days 10 --json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("2027-03-15T20:00:00-04:00", json.RootElement.GetProperty("closes").GetString());
        var because = json.RootElement.GetProperty("because").EnumerateArray().Select(b => b.GetString()!).ToList();
        Assert.Contains("does not count", because[0], StringComparison.Ordinal);
        Assert.Contains("4 hours behind UTC", because[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("window --start 2027-12-23 --business-days 1", "2027-12-27T20:00:00-05:00")] // 12-24 is off for Christmas
    [InlineData("window --start 2027-12-24T01:30:00Z --business-days 1", "2027-12-27T20:00:00-05:00")] // still the 23rd in Connecticut
    [InlineData("window --start 2027-07-01T12:00-04:00 --business-days 2 --at 17:30", "2027-07-06T17:30:00-04:00")] // 07-05 is off
    public void Window_takes_a_day_or_an_instant(string arguments, string closes)
    {
        var (code, output, _) = Run(arguments);

        Assert.Equal(0, code);
        Assert.StartsWith($"Closes {closes}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Holidays_are_an_array_of_dates_for_programs()
    {
        var (code, output, _) = Run("holidays 2027 --json");

        Assert.Equal(0, code);
        Assert.Equal(
            """
            ["2027-01-01","2027-01-18","2027-02-12","2027-02-15","2027-03-26","2027-05-31","2027-06-18",
            "2027-07-05","2027-09-06","2027-10-11","2027-11-11","2027-11-25","2027-12-24","2027-12-31"]
            """.ReplaceLineEndings(""),
            output.Trim());
    }

    [Fact]
    public void Holidays_are_lines_with_names_for_people()
    {
        var (_, output, _) = Run("holidays 2027");

        Assert.Contains("2027-03-26 Fri  Good Friday", output, StringComparison.Ordinal);
        Assert.Contains("2027-12-31 Fri  New Year's Day, which falls on Saturday, January 1, 2028", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("window --business-days 3", "--start")]
    [InlineData("window --start yesterday --business-days 3", "--start")]
    [InlineData("window --start 2027-03-01T09:00:00 --business-days 3", "--start")]
    [InlineData("window --start 2027-02-30 --business-days 3", "--start")]
    [InlineData("window --start 0001-01-01 --business-days 3", "--start")]
    [InlineData("window --start 2027-03-01", "--business-days")]
    [InlineData("window --start 2027-03-01 --business-days 0", "--business-days")]
    [InlineData("window --start 2027-03-01 --business-days -1", "--business-days")]
    [InlineData("window --start 2027-03-01 --business-days three", "--business-days")]
    [InlineData("window --start 2027-03-01 --business-days 99999999", "--business-days")]
    [InlineData("window --start 2027-03-01 --business-days 3 --at 8pm", "--at")]
    [InlineData("holidays", "YEAR")]
    [InlineData("holidays next", "YEAR")]
    [InlineData("holidays 1700", "YEAR")]
    [InlineData("holidays 9999", "YEAR")]
    public void Wrong_arguments_are_named_on_stderr_with_exit_code_2(string arguments, string named)
    {
        var (code, output, error) = Run(arguments);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.StartsWith(named, error, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Run(string arguments)
    {
        var root = new RootCommand { ExplainCalendarCommands.Window(), ExplainCalendarCommands.Holidays() };
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = root.Parse(arguments.Split(' ')).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
