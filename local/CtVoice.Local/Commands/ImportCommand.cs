using System.CommandLine;
using System.Globalization;
using CtVoice.Core.Storage;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Transfer;

namespace CtVoice.Local.Commands;

/// <summary>
/// <c>ctvoice import FILE</c>: a state file into an empty folder. Exit code 0 when it is there, also when it was before; 1
/// when the file is damaged or the folder holds other data, and then nothing is imported.
/// </summary>
internal static class ImportCommand
{
    internal static Command Create()
    {
        var data = DataOption.Create();
        var source = new Argument<FileInfo>("FILE") { Description = "A file that ctvoice export wrote." }.AcceptExistingOnly();
        var erased = new Option<FileInfo>("--erased")
        { Description = "A newer file: whoever is erased in it is erased here too.", HelpName = "FILE" }.AcceptExistingOnly();
        var command = new Command("import", "Brings a state file into an empty data folder.") { source, data, erased };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var checkedFiles = new List<StateFile>();
            foreach (var path in new[] { parse.GetRequiredValue(source), parse.GetValue(erased) }.OfType<FileInfo>())
            {
                var (file, problems) = StateFile.Check(path.FullName);
                foreach (var problem in problems)
                    await error.WriteLineAsync($"{path.Name}: {problem}");
                if (file is null)
                    return await RefuseAsync(error, "Nothing was imported.");
                checkedFiles.Add(file);
            }
            try
            {
                return await ImportAsync(parse.GetValue(data)!, checkedFiles[0], checkedFiles.Count > 1 ? checkedFiles[1].Erased : [],
                    output, error, cancellationToken);
            }
            catch (Exception refused) when (refused is TableFaultException or IOException or UnauthorizedAccessException)
            {
                return await RefuseAsync(error, refused.Message);
            }
        });
        return command;
    }

    private static async Task<int> ImportAsync(
        string folder, StateFile file, IReadOnlyList<StateRow> newer, TextWriter output, TextWriter error,
        CancellationToken cancellationToken)
    {
        using var database = new SqliteDatabase(folder);
        if (!LocalSettings.TakeIndexKey(folder, file.IndexKey))
            return await RefuseAsync(error,
                "The folder has an index key of its own, under which the phones of this file would not be found. Choose an empty folder.");
        switch (await StateImport.RunAsync(database, folder, file, newer, new LongWork(error, "rows read", TimeProvider.System),
            cancellationToken))
        {
            case Imported.Done:
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file.Rows} rows imported into "
                    + $"{Path.GetFullPath(folder)}; the next start goes on with every open review and makes new keys"));
                return 0;
            case Imported.Before:
                await output.WriteLineAsync("This file was imported before; nothing was changed.");
                return 0;
            default:
                return await RefuseAsync(error, $"{Path.GetFullPath(folder)} holds other data. Choose an empty folder.");
        }
    }

    private static async Task<int> RefuseAsync(TextWriter error, string because)
    {
        await error.WriteLineAsync(because);
        return 1;
    }
}
