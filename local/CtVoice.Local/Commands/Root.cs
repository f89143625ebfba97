using System.CommandLine;

namespace CtVoice.Local.Commands;

/// <summary>The <c>ctvoice</c> command; without a subcommand it serves.</summary>
internal static class Root
{
    /// <summary>
    /// Runs what was typed. A fault that no command foresaw is told in a sentence as well: nobody at a prompt is helped by a stack trace.
    /// </summary>
    internal static async Task<int> RunAsync(RootCommand root, string[] typed, InvocationConfiguration where)
    {
        where.EnableDefaultExceptionHandler = false;
        try
        {
            return await root.Parse(typed).InvokeAsync(where);
        }
        catch (OperationCanceledException)
        {
            return 1;
        }
        catch (Exception fault)
        {
            var message = fault.Message.Split('\n')[0].TrimEnd('.', '\r', ' ');
            await where.Error.WriteLineAsync($"ctvoice could not go on: {message} ({fault.GetType().Name}).");
            return 1;
        }
    }

    internal static RootCommand Create()
    {
        var root = new RootCommand("The workflow of Connecticut's Resident Advisory Board, on one machine.")
        {
            DemoCommand.Create(),
            VerifyCommand.Create(),
            RebuildCommand.Create(),
            ExportCommand.Create(),
            ImportCommand.Create(),
            BoardCommands.Create(),
            KeysCommand.Create(),
            new Command("explain", "How the software comes to what it says.")
            {
                ExplainCalendarCommands.Window(),
                ExplainCalendarCommands.Holidays(),
                ExplainAssessmentCommand.Create(TimeProvider.System),
                ExplainPanelCommand.Create(TimeProvider.System),
                ExplainMessageCommands.CreateSms(),
                ExplainMessageCommands.CreateEmail(),
            },
            CatalogueCommands.Create(),
            InventoryCommands.Create(),
            ReferenceCommands.Create(),
        };
        var serve = ServeCommand.Create();
        root.Add(serve);
        foreach (var option in serve.Options)
            root.Add(option);
        root.Action = serve.Action;
        return root;
    }
}
