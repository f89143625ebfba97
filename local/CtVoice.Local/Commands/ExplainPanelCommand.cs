using System.CommandLine;
using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;

namespace CtVoice.Local.Commands;

/// <summary>
/// <c>panel PROJECT.json --board BOARD.csv</c>: who would be asked and why, from two files; nothing is stored. A board
/// file does not say who was asked before, so everybody counts as never asked.
/// </summary>
internal static class ExplainPanelCommand
{
    private const int Refused = 1;
    private const int WrongArguments = 2;

    /// <summary>The command.</summary>
    /// <param name="clock">Tells the first day, where none is given.</param>
    internal static Command Create(TimeProvider clock)
    {
        var project = new Argument<FileInfo>("PROJECT.json") { Description = "The project, as it would be submitted." };
        var board = new Option<FileInfo>("--board")
        { Description = "The board, in the columns of samples/board/README.md.", HelpName = "BOARD.csv", Required = true };
        var opens = new Option<string>("--opens")
        { Description = "First day of the response window; today when absent.", HelpName = "yyyy-MM-dd" };
        var closes = new Option<string>("--closes")
        { Description = "Last day of the response window; the latest by the policy when absent.", HelpName = "yyyy-MM-dd" };
        var catalogue = new Option<FileInfo?>("--catalog")
        { Description = "The data dictionary, CSV or XLSX; the one of the samples by default.", HelpName = "FILE" };
        var data = ExplainedWith.Option();
        var size = new Option<int>("--size") { Description = "Seats of the panel, 1 to 32.", DefaultValueFactory = _ => 5 };
        var alternates = new Option<int>("--alternates") { Description = "Alternates wanted, 0 to 32.", DefaultValueFactory = _ => 3 };
        var json = new Option<bool>("--json") { Description = "Write JSON for programs." };
        var command = new Command("panel", "Who would be asked, and why.")
            { project, board, opens, closes, size, alternates, catalogue, data, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (@out, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var (projectFile, boardFile) = (parse.GetRequiredValue(project), parse.GetRequiredValue(board));
            if (new[] { projectFile, boardFile, parse.GetValue(catalogue) }
                .FirstOrDefault(file => file is { Exists: false }) is { } missing)
                return Tell(error, WrongArguments, $"There is no file {missing.FullName}.");
            var today = LocalTime.DateIn(BusinessCalendar.Zone, clock.GetUtcNow());
            if (DayOr(parse.GetValue(opens), today) is not { } first
                || DayOr(parse.GetValue(closes), PanelRouting.LastDay(first, ReviewPolicy.Default, BusinessCalendar.Connecticut))
                    is not { } last || last < first)
                return Tell(error, WrongArguments, "--opens and --closes must be days (2027-05-03), the second not before the first.");
            var (seats, others) = (parse.GetValue(size), parse.GetValue(alternates));
            if (seats is < 1 or > 32 || others is < 0 or > 32)
                return Tell(error, WrongArguments, "--size must be 1 to 32 and --alternates 0 to 32.");

            if (await ExplainedWith.ReadAsync(parse.GetValue(data), parse.GetValue(catalogue), error, cancellationToken) is not { } with)
                return WrongArguments;
            var reading = ProjectFile.Read(await File.ReadAllBytesAsync(projectFile.FullName, cancellationToken), with, today);
            Tell(error, Refused, [.. reading.Faults.Select(fault => $"{projectFile.Name} {fault.Pointer}: {fault.Message}")]);
            if (reading.Project is not { } asked)
                return Refused;
            var reference = with.Reference;
            using var csv = boardFile.OpenRead();
            var file = BoardCsv.Read(csv, NumberKeys(), reference.IntakeNow.Populations);
            if (file.Faults.Count > 0)
                return Tell(error, Refused,
                    [.. file.Faults.Select(
                        fault => string.Create(CultureInfo.InvariantCulture,
                            $"{boardFile.Name} row {fault.Row}, {fault.Column}: {fault.Message}"))]);

            var choice = Panels.Choose(PanelRouting.InputOf(
                reading.Id, asked, RecordedAssessment.Of(asked, reference, []).Outcome, reference,
                [.. file.Rows.Select(row => new BoardMember(row.Member, MemberLoad.None))], first, last,
                ReviewPolicy.Default with { PanelSize = seats, Alternates = others }));
            @out.WriteLine(parse.GetValue(json) ? with.ToJson(choice) : string.Join('\n', Lines(choice).Append(with.Sentence)));
            return 0;
        });
        return command;
    }

    private static IEnumerable<string> Lines(PanelChoice choice)
    {
        yield return choice.Outcome == PanelOutcome.Full
            ? "The panel is full."
            : "The panel is short: the coordinator decides how to go on.";
        foreach (var line in Picks("Panel", choice.Seats).Concat(Picks("Alternates", choice.Alternates)))
            yield return line;
        yield return "Coverage";
        foreach (var coverage in choice.Coverage)
            yield return "  " + coverage.Sentence;
        foreach (var line in Others("Could be asked, not chosen", choice.NotChosen).Concat(Others("Cannot be asked", choice.Excluded)))
            yield return line;
        foreach (var warning in choice.Warnings)
            yield return "Warning: " + warning.Sentence;
        yield return "A board file does not say who was asked before: everybody counts as never asked.";
    }

    private static IEnumerable<string> Picks(string title, IReadOnlyList<PanelSeat> seats) =>
        seats.Select(seat => $"  {seat.MemberId} ({seat.Language}): {string.Join(' ', seat.Reasons)}").Prepend(title);

    private static IEnumerable<string> Others(string title, IReadOnlyList<MemberReasons> members) =>
        members.Select(member => $"  {member.MemberId}: {string.Join(' ', member.Reasons)}").Prepend(title);

    // Within one file a counter tells shared numbers apart; nothing outlives the command.
    private static Func<string, string> NumberKeys()
    {
        var count = 0;
        return _ => string.Create(CultureInfo.InvariantCulture, $"number-{++count}");
    }

    private static DateOnly? DayOr(string? text, DateOnly otherwise) =>
        text is null
            ? otherwise
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static int Tell(TextWriter error, int code, params string[] messages)
    {
        foreach (var message in messages)
            error.WriteLine(message);
        return code;
    }
}
