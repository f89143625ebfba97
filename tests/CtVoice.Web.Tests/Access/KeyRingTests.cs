using System.Xml.Linq;
using CtVoice.Core.Storage;
using CtVoice.Testing;
using CtVoice.Testing.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Web.Tests;

/// <summary>The keys of Data Protection in a table: what is stored of them, when the next is there, what another key opens.</summary>
public sealed class KeyRingTests
{
    private readonly MemoryTable table = new();
    private readonly FakeTimeProvider wall = new(TestTime.Monday);

    [Fact]
    public async Task A_stored_key_tells_nothing_without_the_key_of_the_product()
    {
        await RingOf(7).ReadyAsync();

        var row = Assert.Single(await FormTokensTests.RingAsync(table));
        var stored = row.Text("key")!;
        Assert.DoesNotContain("masterKey", System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(stored)),
            StringComparison.OrdinalIgnoreCase);
        Assert.Contains("masterKey", new RingSeal(WebHost.Product().IndexKey)
            .Open(stored, $"{row.Partition}|{row.Key}"), StringComparison.Ordinal);
        Assert.Null(new RingSeal(WebHost.Product(8).IndexKey).Open(stored, $"{row.Partition}|{row.Key}"));
        Assert.Null(new RingSeal(WebHost.Product().IndexKey).Open(stored, $"{row.Partition}|000002"));
    }

    [Fact]
    public async Task Another_key_of_the_product_begins_a_ring_of_its_own()
    {
        var (before, after) = (RingOf(7), RingOf(8));
        await before.ReadyAsync();
        await after.ReadyAsync();

        Assert.Single(await FormTokensTests.RingAsync(table));
        Assert.Single(await FormTokensTests.RingAsync(table, key: 8));
        Assert.NotEqual(IdOf(before.GetAllElements().Single()), IdOf(after.GetAllElements().Single()));
    }

    [Fact]
    public async Task The_next_key_is_there_a_week_before_the_last_one_ends_and_takes_over_when_it_does()
    {
        var (one, other) = (RingOf(7), RingOf(7));
        await one.ReadyAsync();
        wall.Advance(KeyRing.Lifetime - KeyRing.Ahead - TimeSpan.FromMinutes(1));
        await one.ReadyAsync();
        Assert.Single(one.GetAllElements());

        wall.Advance(TimeSpan.FromHours(12));
        await Task.WhenAll(one.ReadyAsync().AsTask(), other.ReadyAsync().AsTask());

        Assert.Equal(2, (await FormTokensTests.RingAsync(table)).Count);
        Assert.Equal(one.GetAllElements().Select(IdOf), other.GetAllElements().Select(IdOf));
        var (last, next) = (one.GetAllElements().First(), one.GetAllElements().Last());
        Assert.Equal(Until(last), (DateTimeOffset)next.Element("activationDate")!);
        Assert.Equal(KeyRing.Lifetime, Until(next) - Until(last));
    }

    [Fact]
    public async Task After_a_pause_of_years_the_next_key_begins_at_once()
    {
        await RingOf(7).ReadyAsync();
        wall.Advance(TimeSpan.FromDays(1000));
        var ring = RingOf(7);

        await ring.ReadyAsync();

        Assert.Equal(2, ring.GetAllElements().Count);
        Assert.Equal(wall.GetUtcNow(), (DateTimeOffset)ring.GetAllElements().Last().Element("activationDate")!);
    }

    [Fact]
    public async Task A_key_that_does_not_open_is_left_out_and_the_next_is_made()
    {
        await RingOf(7).ReadyAsync();
        var row = (await FormTokensTests.RingAsync(table)).Single();
        await table.SubmitAsync(row.Partition, [new TableOperation.Upsert(row.With("key", row.Text("key")![..^8] + "AAAAAAAA"))]);
        var ring = RingOf(7);

        await ring.ReadyAsync();

        Assert.Single(ring.GetAllElements());
        Assert.Equal(["000001", "000002"], (await FormTokensTests.RingAsync(table)).Select(r => r.Key));
    }

    [Fact]
    public async Task It_is_served_from_memory_for_half_a_day()
    {
        var ring = RingOf(7);
        await ring.ReadyAsync();
        table.Fault = new TableFaultException("busy", isTransient: true);

        wall.Advance(TimeSpan.FromHours(11));
        await ring.ReadyAsync();
        wall.Advance(TimeSpan.FromHours(1));

        _ = await Assert.ThrowsAsync<TableFaultException>(async () => await ring.ReadyAsync());
        Assert.Single(ring.GetAllElements());
    }

    [Fact]
    public void It_is_not_asked_before_it_was_read() => Assert.Throws<InvalidOperationException>(() => RingOf(7).GetAllElements());

    [Fact]
    public async Task What_one_host_protected_another_opens_and_an_app_of_another_name_does_not()
    {
        await using var one = await WebHost.StartAsync(_ => { }, new(), shared: table);
        await using var other = await WebHost.StartAsync(_ => { }, new(), shared: table);
        var protectedText = one.Need<IDataProtectionProvider>().CreateProtector("test").Protect("words");

        Assert.Equal("words", other.Need<IDataProtectionProvider>().CreateProtector("test").Unprotect(protectedText));
        await using var named =
            await WebHost.StartAsync(_ => { }, new(), services => services.AddDataProtection().SetApplicationName("another"), table);
        _ = Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(
            () => named.Need<IDataProtectionProvider>().CreateProtector("test").Unprotect(protectedText));
    }

    private KeyRing RingOf(byte key) =>
        new(table, new(WebHost.Product(key).IndexKey), new Parts(), wall, NullLogger<KeyRing>.Instance);

    private static string IdOf(XElement key) => (string)key.Attribute("id")!;

    private static DateTimeOffset Until(XElement key) => (DateTimeOffset)key.Element("expirationDate")!;

    private sealed class Parts : IActivator
    {
        public object CreateInstance(Type expectedBaseType, string implementationTypeName) => throw new NotSupportedException();
    }
}
