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
        var fresh = new Option<bool>("--fresh") { Description = "With --keep: begin with an empty data folder." };
        var command = new Command("demo", "Plays a whole review in virtual time, in seconds.") { keep, data, fresh };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var output = parse.InvocationConfiguration.Output;
            if (!parse.GetValue(keep))
                return await DemoRun.RunAsync(output, cancellationToken);
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
