using CtVoice.Core.Storage;
using CtVoice.Testing;
using CtVoice.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Web.Tests;

public sealed class AccessKeysTests
{
    private readonly MemoryTable table = new();
    private readonly FakeTimeProvider time = new(TestTime.Monday);

    [Fact]
    public async Task A_key_opens_doors_for_its_role_and_agency()
    {
        var keys = Keys();
        var key = await keys.CreateAsync("reporting", Role.Agency, "DSS", null);

        Assert.Matches("^ctv_[A-Za-z0-9_-]{43}$", key.Token);
        Assert.Equal(new Principal(Role.Agency, "DSS", key.Key.Id), await keys.FindAsync(key.Token));
        Assert.Null(await keys.FindAsync(key.Token + "x"));
        Assert.Null(await keys.FindAsync(key.Token[..^1]));
    }

    [Fact]
    public async Task The_key_itself_is_stored_nowhere_and_not_logged()
    {
        var key = await Keys().CreateAsync("reporting", Role.Agency, "DSS", null);

        var rows = (await table.QueryAsync(new TableQuery("keys"))).Rows;

        Assert.DoesNotContain(key.Token, string.Join('|', rows.Select(r => r.Key + string.Join('|', r.Properties.Values))),
            StringComparison.Ordinal);
        Assert.DoesNotContain(key.Token, key.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_key_stops_at_its_instant()
    {
        var keys = Keys();
        var key = await keys.CreateAsync("trial", Role.Auditor, null, time.GetUtcNow().AddSeconds(5));

        time.Advance(TimeSpan.FromSeconds(4));
        Assert.NotNull(await keys.FindAsync(key.Token));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await keys.FindAsync(key.Token));
    }

    [Fact]
    public async Task A_revoked_key_stops_here_at_once_and_elsewhere_soon()
    {
        var (here, elsewhere) = (Keys(), Keys());
        var key = await here.CreateAsync("reporting", Role.Agency, "DSS", null);
        await elsewhere.FindAsync(key.Token);

        Assert.Equal(KeyChange.Done, await here.RevokeAsync(key.Key.Id));

        Assert.Null(await here.FindAsync(key.Token));
        time.Advance(AccessKeys.Remembered);
        Assert.Null(await elsewhere.FindAsync(key.Token));
    }

    [Fact]
    public async Task A_rotated_key_works_beside_its_successor_for_a_while()
    {
        var keys = Keys();
        var old = await keys.CreateAsync("reporting", Role.Agency, "DSS", null);

        var successor = await keys.RotateAsync(old.Key.Id, TimeSpan.FromHours(1), null);

        Assert.Equal("DSS", (await keys.FindAsync(old.Token))!.Agency);
        Assert.Equal("DSS", (await keys.FindAsync(successor!.Token))!.Agency);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Null(await keys.FindAsync(old.Token));
        Assert.NotNull(await keys.FindAsync(successor.Token));
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("0123456789abcdef")]
    public async Task A_key_that_is_not_there_cannot_be_revoked_or_rotated(string id)
    {
        Assert.Equal(KeyChange.Unknown, await Keys().RevokeAsync(id));
        Assert.Null(await Keys().RotateAsync(id, TimeSpan.Zero, null));
    }

    [Fact]
    public async Task The_first_key_is_made_once()
    {
        var first = await Keys().CreateFirstAsync();

        Assert.Equal(Role.Coordinator, (await Keys().FindAsync(first!.Token))!.Role);
        Assert.Null(await Keys().CreateFirstAsync());
    }

    [Fact]
    public async Task No_first_key_is_made_after_a_real_one()
    {
        await Keys().CreateAsync("reporting", Role.Agency, "DSS", null);

        Assert.Null(await Keys().CreateFirstAsync());
    }

    [Fact]
    public async Task A_first_key_from_the_settings_works_until_a_real_one_is_made()
    {
        var keys = new AccessKeys(table, time, new WebOptions { FirstKeyHash = AccessKeys.Hash("ctv_first") });

        var first = await keys.FindAsync("ctv_first");
        Assert.Equal(Role.Coordinator, first!.Role);
        Assert.True(await keys.WorksAsync(first.KeyId));
        await keys.CreateAsync("coordinator", Role.Coordinator, null, null);
        Assert.Null(await keys.FindAsync("ctv_first"));
        Assert.False(await keys.WorksAsync(first.KeyId));
    }

    [Fact]
    public async Task A_lookup_is_one_point_read_and_then_none_for_a_while()
    {
        var key = await Keys().CreateAsync("reporting", Role.Agency, "DSS", null);
        var keys = Keys();
        var before = table.Reads;

        await keys.FindAsync(key.Token);
        await keys.FindAsync(key.Token);

        Assert.Equal(1, table.Reads - before);
    }

    [Fact]
    public async Task Every_key_is_listed_without_its_secret()
    {
        var keys = Keys();
        await keys.CreateAsync("a", Role.Agency, "DSS", null);
        await keys.CreateAsync("b", Role.Auditor, null, null);

        Assert.Equal(["a", "b"], (await keys.ListAsync()).Lines.Select(k => k.Label).Order());
    }

    [Fact]
    public async Task The_last_coordinator_who_goes_on_cannot_be_locked_out()
    {
        var keys = Keys();
        var (one, brief) =
            (await keys.CreateAsync("one", Role.Coordinator, null, null),
                await keys.CreateAsync("brief", Role.Coordinator, null, time.GetUtcNow().AddDays(1)));

        Assert.Equal(KeyChange.LastCoordinator, await keys.RevokeAsync(one.Key.Id));
        Assert.Null(await keys.RotateAsync(one.Key.Id, TimeSpan.Zero, time.GetUtcNow().AddDays(30)));
        Assert.NotNull(await keys.FindAsync(one.Token));
        var other = await keys.CreateAsync("other", Role.Coordinator, null, null);
        Assert.Equal(KeyChange.Done, await keys.RevokeAsync(one.Key.Id));
        Assert.Equal(KeyChange.Done, await keys.RevokeAsync(brief.Key.Id));
        Assert.Equal(KeyChange.LastCoordinator, await keys.RevokeAsync(other.Key.Id));
        Assert.NotNull(await keys.FindAsync(other.Token));
    }

    [Fact]
    public async Task Everything_that_is_done_to_a_key_is_recorded_with_who_did_it()
    {
        var keys = Keys();
        var made = await keys.CreateAsync("a", Role.Agency, "DSS", null, "k-1");
        time.Advance(TimeSpan.FromMinutes(1));
        var successor = await keys.RotateAsync(made.Key.Id, TimeSpan.FromHours(1), null, "k-2");
        time.Advance(TimeSpan.FromMinutes(1));
        await keys.RevokeAsync(made.Key.Id, "k-3");
        await keys.RevokeAsync(made.Key.Id, "k-4");

        var (actions, _) = await keys.ActionsAsync(null);

        Assert.Equal(
            [(KeyActionKind.Created, made.Key.Id, "k-1"), (KeyActionKind.Rotated, made.Key.Id, "k-2"),
                (KeyActionKind.Revoked, made.Key.Id, "k-3")],
            actions.Lines.Select(a => (a.What, a.KeyId, a.By)));
        Assert.Equal(successor!.Key.Id, actions.Lines[1].Successor);
    }

    [Theory]
    [InlineData(Role.Agency, null)]
    [InlineData(Role.Auditor, "DSS")]
    public async Task Only_a_key_of_an_agency_names_one(Role role, string? agency) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Keys().CreateAsync("x", role, agency, null));

    private AccessKeys Keys() => new(table, time, new WebOptions());
}
