using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;

namespace CtVoice.Core.Tests.Projects.Catalogue;

public sealed class CatalogueStoreTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Version_that_is_staged_becomes_current_only_while_what_it_was_compared_with_is()
    {
        var store = new CatalogueStore(new MemoryTable());
        await store.ImportAsync(Version("v1", 3), Now);
        await store.StageAsync(Version("v2", 4), Now);
        Assert.Equal("v1", (await store.CurrentAsync()).Version);

        Assert.Null(await store.MakeCurrentAsync("v9", "v1", Now));
        Assert.Equal(CatalogueSwap.Overtaken, await store.MakeCurrentAsync("v2", "none", Now));
        Assert.Equal("v1", (await store.CurrentAsync()).Version);
        Assert.Equal(CatalogueSwap.Current, await store.MakeCurrentAsync("v2", "v1", Now));
        Assert.Equal("v2", (await store.CurrentAsync()).Version);
        Assert.Equal(CatalogueSwap.Unchanged, await store.MakeCurrentAsync("v2", "v1", Now));
    }

    [Fact]
    public async Task Before_any_import_the_catalogue_is_empty()
    {
        var store = new CatalogueStore(new MemoryTable());

        Assert.Same(ElementCatalogue.Empty, await store.CurrentAsync());
        Assert.Null(await store.LoadAsync("v1"));
        Assert.Empty(await store.VersionsAsync());
    }

    [Fact]
    public async Task An_import_becomes_the_current_version_in_the_order_of_the_file()
    {
        var store = new CatalogueStore(new MemoryTable());
        var told = new List<int>();

        var swap = await store.ImportAsync(Version("v1", 1250), Now, told.Add);
        var current = await store.CurrentAsync();

        Assert.Equal(CatalogueSwap.Current, swap);
        Assert.Equal(Version("v1", 1250).Elements, current.Elements);
        Assert.Equal(1250, told[^1]);
        Assert.Equal([new("v1", 1250, Now)], await store.VersionsAsync());
    }

    [Fact]
    public async Task The_same_version_again_changes_nothing_and_an_older_one_stays_readable()
    {
        var store = new CatalogueStore(new MemoryTable());
        await store.ImportAsync(Version("v1", 3), Now);

        Assert.Equal(CatalogueSwap.Unchanged, await store.ImportAsync(Version("v1", 3), Now));
        Assert.Equal(CatalogueSwap.Current, await store.ImportAsync(Version("v2", 4), Now));
        Assert.Equal("v2", (await store.CurrentAsync()).Version);
        Assert.Equal(3, (await store.LoadAsync("v1"))!.Elements.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task An_import_that_stops_at_any_write_leaves_the_old_version_current_and_can_be_run_again(int batches)
    {
        var table = new MemoryTable();
        var store = new CatalogueStore(table);
        await store.ImportAsync(Version("v1", 3), Now);
        table.FailFrom = table.Batches + batches;

        await Assert.ThrowsAsync<TableFaultException>(() => store.ImportAsync(Version("v2", 250), Now));
        Assert.Equal("v1", (await store.CurrentAsync()).Version);

        table.FailFrom = null;
        Assert.Equal(CatalogueSwap.Current, await store.ImportAsync(Version("v2", 250), Now));
        Assert.Equal(250, (await store.CurrentAsync()).Elements.Count);
    }

    [Fact]
    public async Task Of_two_imports_at_once_the_later_swap_is_told_that_it_was_overtaken()
    {
        var store = new CatalogueStore(new MemoryTable());
        CatalogueSwap? inner = null;

        var outer = await store.ImportAsync(Version("v1", 3), Now,
            _ => inner ??= store.ImportAsync(Version("v2", 4), Now).GetAwaiter().GetResult());

        Assert.Equal((CatalogueSwap.Overtaken, CatalogueSwap.Current), (outer, inner));
        Assert.Equal("v2", (await store.CurrentAsync()).Version);
    }

    [SkippableFact]
    public async Task The_published_dictionary_goes_in_and_comes_out_the_same()
    {
        var published = PublishedDictionary.Need();
        var store = new CatalogueStore(new MemoryTable());
        var version = CatalogueVersions.Name("p20win-data-dictionary.csv", PublishedDictionary.Csv!.Elements);

        await store.ImportAsync(new(version, published.Elements), Now);

        Assert.Equal(published.Elements, (await store.CurrentAsync()).Elements);
        Assert.Equal(version, CatalogueVersions.Name("p20win-data-dictionary.xlsx", PublishedDictionary.Xlsx!.Elements));
    }

    private static ElementCatalogue Version(string version, int elements) =>
        new(version,
            [.. Enumerable.Range(0, elements)
                .Select(n => new CatalogueElement($"doc.p.n{n}", "DOC", "P", "C", $"N{n}", version, "t", "y"))]);
}
