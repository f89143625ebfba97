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
        var port = new Option<int>("--port")
        { Description = "Port on this machine; 0 for any that is free.", HelpName = "N", DefaultValueFactory = _ => 7071 };
        port.Validators.Add(given =>
        {
            // Read as text: asking for a number that cannot be read would throw.
            if (given.Tokens is [var token] && !ushort.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                given.AddError("--port must be a number from 0 to 65535.");
        });
        var empty = new Option<bool>("--empty") { Description = "Begin without reviews to look at, and with today's date." };
        var (fresh, yes) = (Replacing.Fresh(), Replacing.Yes());
        var command = new Command("serve", "Serves everything on this machine, with a fictional board and simulated phones.")
            { data, port, empty, fresh, yes };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (output, folder) = (TextWriter.Synchronized(parse.InvocationConfiguration.Output), Path.GetFullPath(parse.GetValue(data)!));
            if (Replacing.Refusal(folder, parse.GetValue(fresh), parse.GetValue(yes)) is { } replaces)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(replaces);
                return 1;
            }
            try
            {
                await using var host = await LocalHost.StartAsync(new(parse.GetValue(data)!, parse.GetValue(port), parse.GetValue(fresh))
                {
                    Trial = true,
                    Fills = parse.GetValue(empty) ? null : step => output.WriteLine("Filling the trial copy: " + step),
                });
                await output.WriteLineAsync($"""
                    CtVoice is at {host.Url}
                    Simulated phones: {new Uri(host.Url, "sim")}
                    Data and access keys: {folder}
                    Stop with Ctrl+C.
                    """);
                if (!host.Filled.IsCompleted && await FillAsync(host, output, parse.InvocationConfiguration.Error) is not 0 and var failed)
                    return failed;
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

    /// <summary>Waits until the folder is filled, or the host is stopped before: then the next start begins it anew.</summary>
    private static async Task<int> FillAsync(LocalHost host, TextWriter output, TextWriter error)
    {
        if (await Task.WhenAny(host.Filled, host.StoppedAsync(), host.Faulted) != host.Filled)
            return 0;
        if (host.Filled.Exception is { InnerException: var failed })
        {
            await error.WriteLineAsync(
                $"The trial copy could not be filled: {failed?.Message} With --empty it starts without reviews to look at.");
            return 1;
        }
        if (host.Filled.IsCompletedSuccessfully)
            await output.WriteLineAsync("It is filled: open the address above.");
        return 0;
    }
}
