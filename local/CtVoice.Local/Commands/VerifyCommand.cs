using System.CommandLine;
using System.Text.Json;
using CtVoice.Core.Ledger;
using CtVoice.Local.Verification;

namespace CtVoice.Local.Commands;

/// <summary>
/// <c>ctvoice verify</c>: checks every ledger. Exit code 0 when all holds, 1 when something was changed, 2 when it cannot
/// be checked.
/// </summary>
internal static class VerifyCommand
{
    private const int Changed = 1;
    private const int Unchecked = 2;

    internal static Command Create()
    {
        var data = DataOption.Create();
        var one = new Option<string?>("--review") { Description = "Only this review.", HelpName = "ID" };
        var checkpoint = new Option<string?>("--checkpoint")
        { Description = "A checkpoint that somebody kept, as /api/register/checkpoints/latest gives it.", HelpName = "FILE" };
        var publicKey = new Option<string[]>("--public-key")
        { Description = "A public key that checkpoints may be signed with; may be given again.", HelpName = "FILE" };
        var server = new Option<string?>("--server") { Description = "Checks a running installation from outside.", HelpName = "URL" };
        var keyFile = new Option<string?>("--key-file")
        {
            Description = "Access key of an auditor or coordinator; without it only the checkpoints of a server are checked.",
            HelpName =
                "FILE"
        };
        var command =
            new Command("verify", "Checks that nobody rewrote a ledger, or the state and texts it vouches for. Exit code 0: all holds; "
                + "1: something was changed; 2: it cannot be checked.")
        {
            data, one, checkpoint, publicKey, server, keyFile,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(server) is null && given.GetValue(keyFile) is not null)
                given.AddError("--key-file goes with --server.");
            if (given.GetValue(server) is { } url && !Uri.TryCreate(url, UriKind.Absolute, out _))
                given.AddError("--server takes a whole address, such as https://ctvoice.example.org.");
        });
        command.SetAction(async (parse, cancellationToken) =>
        {
            var error = parse.InvocationConfiguration.Error;
            try
            {
                var kept = parse.GetValue(checkpoint) is { } file ? KeptCheckpoint.Read(file) : null;
                IReadOnlyList<CheckpointKey> trusted = [.. (parse.GetValue(publicKey) ?? []).Select(KeptCheckpoint.ReadKey)];
                var id = parse.GetValue(one);
                if (parse.GetValue(server) is { } address)
                {
                    using var http = new HttpClient { BaseAddress = new(address.TrimEnd('/') + "/") };
                    var key = parse.GetValue(keyFile) is { } path ? (await File.ReadAllTextAsync(path, cancellationToken)).Trim() : null;
                    return await TellAsync(parse, await new ServerVerification(http, key).RunAsync(id, kept, trusted, cancellationToken));
                }
                var folder = parse.GetValue(data)!;
                return await Opened.WithDatabaseAsync(
                    folder, error,
                    async database => await TellAsync(parse, await new StoreVerification(database).RunAsync(
                        id, kept, trusted, new LongWork(error, "reviews checked", TimeProvider.System), cancellationToken)),
                    otherwise: Unchecked, whenUsed: "stop it, or verify --server URL");
            }
            catch (Exception refused) when (refused is UnusableFileException or HttpRequestException or IOException
                or UnauthorizedAccessException or JsonException)
            {
                await error.WriteLineAsync(refused.Message);
                return Unchecked;
            }
        });
        return command;
    }

    private static async Task<int> TellAsync(ParseResult parse, Outcome outcome)
    {
        foreach (var problem in outcome.Problems)
            await parse.InvocationConfiguration.Error.WriteLineAsync(problem);
        foreach (var line in outcome.Holds ? outcome.Summary : [])
            await parse.InvocationConfiguration.Output.WriteLineAsync(line);
        return outcome.Holds ? 0 : Changed;
    }
}
