using CtVoice.Core.Ledger;
using CtVoice.Core.Lists;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace CtVoice.Core.Tests.Projects.Catalogue;

public sealed class CatalogueUpdateTests
{
    private static readonly DateTimeOffset Now = new(2027, 5, 3, 14, 0, 0, TimeSpan.Zero);
    private static readonly CatalogueElement Wage = new("dol.ui.wage", "DOL", "UI", "Pay", "Wage", "Pay.", "Numeric", "2002-2026");
    private static readonly CatalogueDiff WithoutWage = new([], [Wage], []);

    private readonly Counting records = new(new MemoryTable());

    private ReviewStore Reviews => new(new(records, new MemoryTable()), new(records), new FakeTimeProvider(Now));

    private ReviewLists Lists => new(new(records, new MemoryTable()), Reviews);

    [Fact]
    public async Task Open_projects_that_name_an_element_are_touched_and_no_others()
    {
        await AddAsync("r-open", ReviewStage.Open, 2027, Wage.Id);
        await AddAsync("r-old-and-open", ReviewStage.Answering, 2025, Wage.Id);
        await AddAsync("r-other-data", ReviewStage.Open, 2027, "dol.ui.quarter");
        await AddAsync("r-over", ReviewStage.Cancelled, 2027, Wage.Id);

        var touched = await new CatalogueUpdate(Reviews, Lists).TouchesAsync(WithoutWage);

        Assert.Equal(["r-old-and-open", "r-open"], touched.Select(t => t.ReviewId));
        Assert.All(touched, t => Assert.Equal([Wage.Id], t.Elements));
    }

    [Fact]
    public async Task Of_reviews_that_are_over_nothing_but_the_line_of_the_list_is_read()
    {
        foreach (var n in Enumerable.Range(0, 40))
            await AddAsync($"r-over-{n}", ReviewStage.Cancelled, 2027, Wage.Id);
        await AddAsync("r-open", ReviewStage.Open, 2027, Wage.Id);
        records.Gets = 0;

        Assert.Single(await new CatalogueUpdate(Reviews, Lists).TouchesAsync(WithoutWage));

        // The project and the review that is touched.
        Assert.Equal(2, records.Gets);
    }

    [Fact]
    public async Task Elements_that_are_only_new_touch_nothing_and_nothing_is_read()
    {
        await AddAsync("r-open", ReviewStage.Open, 2027, Wage.Id);
        records.Gets = 0;

        Assert.Empty(await new CatalogueUpdate(Reviews, Lists).TouchesAsync(new([Wage], [], [])));

        Assert.Equal(0, records.Gets);
    }

    private async Task AddAsync(string id, ReviewStage stage, int year, string element)
    {
        var at = new DateTimeOffset(year, 5, 3, 14, 0, 0, TimeSpan.Zero);
        var project = SampleProjects.Read("reentry-employment") with { Data = [new() { Element = element }] };
        var review = Submitting.Decide(id, project, ReviewPolicy.Default, new string('a', 64), "k-1", at).State.At(stage, at);
        _ = await Reviews.CreateAsync(new(at, review, LedgerDraft.Of("project-submitted", Actor.Agency(project.Agency))), project);
        await Lists.RefreshAsync((await Reviews.ReadAsync(id))!);
    }

    /// <summary>Counts the rows that are read one by one.</summary>
    private sealed class Counting(ITable inner) : ITable
    {
        private int gets;

        public int Gets { get => gets; set => gets = value; }

        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref gets);
            return inner.GetAsync(partition, key, cancellationToken);
        }

        public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default) =>
            inner.QueryAsync(query, cancellationToken);

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
            CancellationToken cancellationToken = default) =>
            inner.SubmitAsync(partition, operations, cancellationToken);
    }
}
