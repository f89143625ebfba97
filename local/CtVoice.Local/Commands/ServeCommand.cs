using System.CommandLine;
using System.Globalization;
using CtVoice.Local.Host;

namespace CtVoice.Local.Commands;

/// <summary><c>ctvoice serve</c>: the whole product on a loopback port, until it is stopped.</summary>
internal static class ServeCommand
{
    internal static Command Create()
    {
        var data = DataOption.Create();
        var port = new Option<int>("--port") { Description = "Port on this machine; 0 for any that is free.", HelpName = "N", DefaultValueFactory = _ => 7071 };
        port.Validators.Add(given =>
        {
            // Read as text: asking for a number that cannot be read would throw.
            if (given.Tokens is [var token] && !ushort.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                given.AddError("--port must be a number from 0 to 65535.");
        });
        var fresh = new Option<bool>("--fresh") { Description = "Begin with an empty data folder." };
        var command = new Command("serve", "Serves everything on this machine, with a fictional board and simulated phones.") { data, port, fresh };
        command.SetAction(async (parse, cancellationToken) =>
        {
            try
            {
                await using var host = await LocalHost.StartAsync(new(parse.GetValue(data)!, parse.GetValue(port), parse.GetValue(fresh)));
                var folder = Path.GetFullPath(parse.GetValue(data)!);
                await parse.InvocationConfiguration.Output.WriteLineAsync($"""
                    CtVoice is at {host.Url}
                    Simulated phones: {new Uri(host.Url, "sim")}
                    Data and access keys: {folder}
                    Stop with Ctrl+C.
                    """);
                if (await Task.WhenAny(host.StoppedAsync(), host.Faulted) is Task<string> fault)
                {
                    await parse.InvocationConfiguration.Error.WriteLineAsync($"Stopped, and accepting nothing more: {await fault}");
                    return 1;
                }
                return 0;
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
