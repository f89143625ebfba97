using System.CommandLine;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;

namespace CtVoice.Local.Commands;

/// <summary><c>ctvoice demo</c>: a whole review in virtual time.</summary>
internal static class DemoCommand
{
    internal static Command Create()
    {
        var keep = new Option<bool>("--keep") { Description = "Leave the data for serve, to walk around in a finished review." };
        var data = DataOption.Create();
        var (fresh, yes) = (Replacing.Fresh(), Replacing.Yes());
        var command = new Command("demo", "Plays a whole review in virtual time, in seconds.") { keep, data, fresh, yes };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var output = parse.InvocationConfiguration.Output;
            if (!parse.GetValue(keep))
                return await DemoRun.RunAsync(output, cancellationToken);
            if (Replacing.Refusal(Path.GetFullPath(parse.GetValue(data)!), parse.GetValue(fresh), parse.GetValue(yes)) is { } replaces)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(replaces);
                return 1;
            }
            try
            {
                return await DemoRun.KeepAsync(new(parse.GetValue(data)!, Fresh: parse.GetValue(fresh)), output, cancellationToken);
            }
            catch (StartRefusedException refused)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(refused.Message);
                return 1;
            }
        });
        return command;
    }
}
