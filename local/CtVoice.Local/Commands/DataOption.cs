using System.CommandLine;
using CtVoice.Local.Host;

namespace CtVoice.Local.Commands;

/// <summary>The option that names the data folder.</summary>
internal static class DataOption
{
    internal static Option<string> Create() => new("--data")
    {
        Description = "Folder that everything lives in.",
        HelpName = "DIR",
        DefaultValueFactory = _ => LocalOptions.DefaultData,
    };
}
