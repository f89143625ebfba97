using System.CommandLine;
using System.Globalization;
using CtVoice.Core.Storage;
using CtVoice.Web;

namespace CtVoice.Local.Commands;

/// <summary>
/// <c>keys list|create|rotate|revoke</c>: access keys of a data folder while no host runs on it; the way back in for
/// whoever lost every key. Exit codes: 0 done, 1 refused.
/// </summary>
internal static class KeysCommand
{
    internal static Command Create() => new("keys", "The access keys of a data folder.") { List(), Make(), Rotate(), Revoke() };

    private static Command List()
    {
        var data = DataOption.Create();
        var list = new Command("list", "Lists every key that was ever made, without its secret.") { data };
        list.SetAction((parse, cancellationToken) => WithKeysAsync(parse, data, async (keys, output, _) =>
        {
            var rows = (await keys.ListAsync(cancellationToken)).Lines.OrderBy(k => k.Created).Select(key => (IReadOnlyList<string>)
                [key.Id, Standing(key), $"{key.Principal.Role}", key.Principal.Agency
                    ?? "", key.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), key.Label]).ToList();
            foreach (var row in Terminal.Of(output).Table(["Id", "Standing", "Role", "Agency", "Made", "What for"], rows))
                await output.WriteLineAsync(row);
            return 0;
        }));
        return list;
    }

    private static Command Make()
    {
        var label = new Argument<string>("LABEL") { Description = "What the key is for; not a person's name." };
        var role = new Option<Role>("--role") { Description = "Agency, Coordinator, Deputy, Auditor or ReadOnly.", Required = true };
        var agency = new Option<string?>("--agency") { Description = "Code of the agency, for the role Agency." };
        var data = DataOption.Create();
        var create = new Command("create", "Makes a key and prints it, once.") { label, role, agency, data };
        create.SetAction((parse, cancellationToken) => WithKeysAsync(parse, data, async (keys, output, error) =>
        {
            if (parse.GetValue(role) == Role.Agency != parse.GetValue(agency) is not null)
            {
                await error.WriteLineAsync("A key of the role Agency names its agency with --agency; a key of another role names none.");
                return 1;
            }
            await output.WriteLineAsync(
                (await keys.CreateAsync(parse.GetRequiredValue(label), parse.GetValue(role), parse.GetValue(agency), null,
                    cancellationToken: cancellationToken)).Token);
            return 0;
        }));
        return create;
    }

    private static Command Rotate()
    {
        var id = new Argument<string>("ID") { Description = "Id of the key, as list shows it." };
        var overlap = new Option<int>("--overlap-hours")
        { Description = "How long the old key goes on working.", DefaultValueFactory = _ => 24 };
        var data = DataOption.Create();
        var rotate = new Command("rotate", "Makes a successor of a key and prints it, once.") { id, overlap, data };
        rotate.SetAction((parse, cancellationToken) => WithKeysAsync(parse, data, async (keys, output, error) =>
        {
            if (await keys.RotateAsync(parse.GetRequiredValue(id), TimeSpan.FromHours(Math.Max(0, parse.GetValue(overlap))), null,
                cancellationToken: cancellationToken) is { } made)
            {
                await output.WriteLineAsync(made.Token);
                return 0;
            }
            await error.WriteLineAsync("There is no such key that works.");
            return 1;
        }));
        return rotate;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("ID") { Description = "Id of the key, as list shows it." };
        var data = DataOption.Create();
        var revoke = new Command("revoke", "Stops a key.") { id, data };
        revoke.SetAction((parse, cancellationToken) => WithKeysAsync(parse, data, async (keys, _, error) =>
        {
            var outcome = await keys.RevokeAsync(parse.GetRequiredValue(id), cancellationToken: cancellationToken);
            if (outcome is not KeyChange.Done)
                await error.WriteLineAsync(outcome is KeyChange.LastCoordinator
                    ? "This is the last coordinator key that goes on working: make another one first." : "There is no such key.");
            return outcome is KeyChange.Done ? 0 : 1;
        }));
        return revoke;
    }

    private static Task<int> WithKeysAsync(ParseResult parse, Option<string> data, Func<AccessKeys, TextWriter, TextWriter, Task<int>> run)
    {
        var (output, error) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        return Opened.WithReviewsAsync(
            parse.GetValue(data)!, error, (TableSet tables, Core.Reviews.ReviewStore _) =>
                run(new AccessKeys(tables.Records, TimeProvider.System, new WebOptions()), output, error));
    }

    private static string Standing(StoredKey key) =>
        key.Revoked is not null ? "revoked" : key.WorksAt(TimeProvider.System.GetUtcNow()) ? "works" : "expired";
}
