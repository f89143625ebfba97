using System.CommandLine;
using System.Globalization;
using CtVoice.Core.Board;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Transfer;

namespace CtVoice.Local.Commands;

/// <summary><c>ctvoice export FILE</c>: the whole state as JSON lines, each with its hash.</summary>
internal static class ExportCommand
{
    internal static Command Create()
    {
        var data = DataOption.Create();
        var target = new Argument<string>("FILE")
        { Description = "The file to write; it holds contact data and is readable by its owner alone." };
        var yes = Replacing.Yes();
        var command = new Command("export", "Writes the whole state to a file that another folder can import.") { target, data, yes };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (folder, path) = (parse.GetValue(data)!, parse.GetRequiredValue(target));
            var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            if (Replacing.Refusal(new FileInfo(path), parse.GetValue(yes)) is { } replaces)
            {
                await error.WriteLineAsync(replaces);
                return 1;
            }
            return await Opened.WithDatabaseAsync(folder, error, async database =>
            {
                try
                {
                    var rows = 0;
                    // Nothing shows more than this does.
                    await new TableViewLog(SqliteTables.Open(database).Records)
                        .RecordAsync(new(TimeProvider.System.GetUtcNow(), "command-line", "export", []), cancellationToken);
                    await OwnFile.WriteAsync(path,
                        async file =>
                            rows = await StateExport.WriteAsync(database, LocalSettings.IndexKeyText(folder), file,
                                new LongWork(error, "rows written", TimeProvider.System)));
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rows} rows written to {path}"));
                    return 0;
                }
                catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
                {
                    await error.WriteLineAsync($"{path} cannot be written: {refused.Message}");
                    return 1;
                }
            });
        });
        return command;
    }
}
