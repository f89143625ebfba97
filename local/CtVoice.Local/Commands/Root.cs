using System.CommandLine;

namespace CtVoice.Local.Commands;

/// <summary>The <c>ctvoice</c> command; without a subcommand it serves.</summary>
internal static class Root
{
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
