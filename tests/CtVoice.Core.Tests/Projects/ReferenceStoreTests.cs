using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Projects;
using CtVoice.Core.Representation;
using CtVoice.Testing.Web;

namespace CtVoice.Core.Tests.Projects;

public sealed class ReferenceStoreTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero);

    private readonly MemoryTable table = new();

    [Fact]
    public async Task Without_an_import_the_shipped_files_count() =>
        Assert.Equal(OverrepresentationPolicy.Shipped, (await new ReferenceStore(table).CurrentAsync()).Policy);

    [Fact]
    public async Task An_imported_file_counts_for_every_reader_from_then_on()
    {
        var reader = new ReferenceStore(table);
        await reader.CurrentAsync();

        var imported = await new ReferenceStore(table)
            .ImportAsync(ReferenceKind.Policy, Policy(p => (p["version"], p["indexAtLeast"]) = ("3", 1.5)), Now);

        Assert.Equal(new Edition("overrepresentation", "3"), imported.Edition);
        Assert.Equal(1.5m, (await reader.CurrentAsync()).Policy.IndexAtLeast);
        Assert.Equal(1.5m, (await new ReferenceStore(table).CurrentAsync()).Policy.IndexAtLeast);
    }

    [Fact]
    public async Task A_version_that_was_replaced_can_be_brought_back_and_keeps_its_content()
    {
        var store = new ReferenceStore(table);
        await store.ImportAsync(ReferenceKind.Policy, Policy(p => p["version"] = "3"), Now);

        Assert.True((await store.ImportAsync(ReferenceKind.Policy, Policy(_ => { }), Now)).Changed);
        Assert.False((await store.ImportAsync(ReferenceKind.Policy, Policy(_ => { }), Now)).Changed);
        Assert.Equal("2", (await store.CurrentAsync()).Policy.Version);
        Assert.Equal("/version", Assert.Single((await store.ImportAsync(
            ReferenceKind.Policy, Policy(p => (p["version"], p["indexAtLeast"]) = ("3", 9)), Now)).Faults).Pointer);
    }

    [Fact]
    public async Task A_file_of_another_kind_a_wrong_one_and_an_unknown_reference_are_refused_and_change_nothing()
    {
        var store = new ReferenceStore(table);

        Assert.NotEmpty((await store.ImportAsync(ReferenceKind.Baselines, Policy(p => p["version"] = "2"), Now)).Faults);
        Assert.Equal("/fewestInData", Assert.Single((await store.ImportAsync(
            ReferenceKind.Policy, Policy(p => (p["version"], p["fewestInData"]) = ("3", 5)), Now)).Faults).Pointer);
        Assert.Equal("/reference", Assert.Single((await store.ImportAsync(
            ReferenceKind.Policy, Policy(p => (p["version"], p["reference"]) = ("3", "9999-9")), Now)).Faults).Pointer);
        Assert.Equal("/indexAtLest", (await store.ImportAsync(
            ReferenceKind.Policy, Policy(p => (p["version"], p["indexAtLest"]) = ("3", 2)), Now)).Faults[0].Pointer);
        Assert.Equal(ReferenceData.Shipped, await store.CurrentAsync());
    }

    [Fact]
    public async Task The_prompts_of_the_impact_assessment_are_replaced_by_a_file()
    {
        var store = new ReferenceStore(table);
        const string Official = """
            {"id":"dppeia","version":"2","source":"OPM","date":"2027-01-01","prompts":[{"id":"why","section":"Purpose","text":"Why?"}]}
            """;

        Assert.Equal(new Edition("dppeia", "2"),
            (await store.ImportAsync(ReferenceKind.Dppeia, Encoding.UTF8.GetBytes(Official), Now)).Edition);

        var intake = (await store.CurrentAsync()).IntakeNow;
        Assert.Equal("dppeia/2", intake.Dppeia.Schema);
        Assert.Equal("dppeia/provisional-1", DppeiaSchema.Provisional.Schema);
        Assert.Equal("/prompts/0", Assert.Single((await store.ImportAsync(
            ReferenceKind.Dppeia, Encoding.UTF8.GetBytes(Official.Replace("Why?", " ", StringComparison.Ordinal)), Now)).Faults).Pointer);
    }

    private static byte[] Policy(Action<JsonObject> change)
    {
        using var stream =
            typeof(ReferenceStore).Assembly.GetManifestResourceStream("CtVoice.Core.Representation.Data.overrepresentation-policy.json")!;
        var policy = JsonNode.Parse(stream)!.AsObject();
        change(policy);
        return Encoding.UTF8.GetBytes(policy.ToJsonString());
    }
}
