using System.CommandLine;
using CtVoice.Local.Demo;

namespace CtVoice.Local.Commands;

/// <summary><c>ctvoice demo</c>: a whole review in virtual time.</summary>
internal static class DemoCommand
{
    internal static Command Create()
    {
        var command = new Command("demo", "Plays a whole review in virtual time, in seconds.");
        command.SetAction((parse, cancellationToken) => DemoRun.RunAsync(parse.InvocationConfiguration.Output, cancellationToken));
        return command;
    }
}
