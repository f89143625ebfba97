using System.CommandLine;
using CtVoice.Local.Commands;
using CtVoice.Local.Host;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;
using CtVoice.Web;

namespace CtVoice.Local.Tests.Commands;

public sealed class KeysCommandTests
{
    [Fact]
    public async Task A_key_is_made_listed_rotated_and_revoked()
    {
        using var folder = new TempFolder();
        await (await LocalHost.StartAsync(new(folder.Path, Port: 0) { TimePasses = false })).DisposeAsync();

        var (_, token) = await RunAsync(folder, "create", "nightly export", "--role", "Auditor");
        var id = await IdOfAsync(folder, token);
        var (_, listed) = await RunAsync(folder, "list");
        var (_, successor) = await RunAsync(folder, "rotate", id!, "--overlap-hours", "0");

        var lines = listed.Split('\n');
        Assert.StartsWith("Id", lines[0], StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith($"{id}  works     Auditor ", StringComparison.Ordinal)
            && line.TrimEnd().EndsWith("  nightly export", StringComparison.Ordinal));
        Assert.DoesNotContain(token, listed, StringComparison.Ordinal);
        Assert.Null(await IdOfAsync(folder, token));
        Assert.Equal((0, ""), await RunAsync(folder, "revoke", (await IdOfAsync(folder, successor))!));
        Assert.Null(await IdOfAsync(folder, successor));
    }

    [Fact]
    public async Task What_cannot_be_done_is_said()
    {
        using var folder = new TempFolder();
        await (await LocalHost.StartAsync(new(folder.Path, Port: 0) { TimePasses = false })).DisposeAsync();
        var coordinator = await IdOfAsync(folder, await File.ReadAllTextAsync(FirstStart.KeyPath(folder.Path, "coordinator")));

        Assert.Equal((1, "This is the last coordinator key that goes on working: make another one first."),
            await RunAsync(folder, "revoke", coordinator!));
        Assert.Equal((1, "There is no such key."), await RunAsync(folder, "revoke", "0123456789abcdef"));
        Assert.Equal((1, "There is no such key that works."), await RunAsync(folder, "rotate", "0123456789abcdef"));
        Assert.Equal(1, (await RunAsync(folder, "create", "x", "--role", "Agency")).Code);
    }

    private static async Task<string?> IdOfAsync(TempFolder folder, string token)
    {
        using var database = new SqliteDatabase(folder.Path);
        return (await new AccessKeys(SqliteTables.Open(database).Records, TimeProvider.System, new WebOptions()).FindAsync(token))?.KeyId;
    }

    private static async Task<(int Code, string Said)> RunAsync(TempFolder folder, params string[] arguments)
    {
        using var said = new StringWriter();
        var code = await KeysCommand.Create().Parse([.. arguments, "--data", folder.Path])
            .InvokeAsync(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString().Trim());
    }
}
