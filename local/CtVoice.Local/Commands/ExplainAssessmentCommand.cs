using System.CommandLine;
using CtVoice.Core.Calendar;
using CtVoice.Core.Representation;

namespace CtVoice.Local.Commands;

/// <summary>
/// <c>assessment PROJECT.json</c>: which populations a project touches, with all arithmetic; nothing is stored. Every count of
/// the file is in the answer, so it is for whoever holds the file. What intake would refuse is told on the error stream.
/// </summary>
internal static class ExplainAssessmentCommand
{
    private const int Refused = 1;
    private const int WrongArguments = 2;

    internal static Command Create(TimeProvider clock)
    {
        var project = new Argument<FileInfo>("PROJECT.json") { Description = "The project, as it would be submitted." };
        var catalogue = new Option<FileInfo?>("--catalog")
        { Description = "The data dictionary, CSV or XLSX; the one of the samples by default.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Write JSON for programs." };
        var data = ExplainedWith.Option();
        var command = new Command("assessment", "Which populations a project touches, with all arithmetic.")
            { project, catalogue, data, json };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (@out, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var file = parse.GetRequiredValue(project);
            if (new[] { file, parse.GetValue(catalogue) }.FirstOrDefault(f => f is { Exists: false }) is { } missing)
            {
                await error.WriteLineAsync($"There is no file {missing.FullName}.");
                return WrongArguments;
            }
            if (await ExplainedWith.ReadAsync(parse.GetValue(data), parse.GetValue(catalogue), error, cancellationToken) is not { } with)
                return WrongArguments;
            var read = ProjectFile.Read(
                await File.ReadAllBytesAsync(file.FullName, cancellationToken), with,
                LocalTime.DateIn(BusinessCalendar.Zone, clock.GetUtcNow()));
            foreach (var fault in read.Faults)
                await error.WriteLineAsync($"{file.Name} {fault.Pointer}: {fault.Message}");
            if (read.Project is not { } asked)
                return Refused;
            var assessment = with.Reference.Assess(asked);
            await @out.WriteLineAsync(parse.GetValue(json)
                ? with.ToJson(assessment)
                : string.Join('\n', Lines(assessment).Append(with.Sentence)));
            return 0;
        });
        return command;
    }

    private static IEnumerable<string> Lines(Assessment assessment)
    {
        foreach (var reason in assessment.Reasons)
            yield return reason;
        foreach (var finding in assessment.Findings)
        {
            yield return $"{finding.Name} ({finding.Population})";
            foreach (var sentence in finding.Sentences)
                yield return "  " + sentence;
            if (finding.Comparison is { } comparison)
            {
                yield return $"  Compared with {comparison.Name} ({comparison.Source}).";
                foreach (var caveat in comparison.Caveats)
                    yield return "  " + caveat;
            }
        }
    }
}
