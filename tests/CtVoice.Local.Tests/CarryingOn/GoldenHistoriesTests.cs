using System.IO.Compression;
using CtVoice.Core.Workflows;
using CtVoice.Local.Engine;
using CtVoice.Local.Storage;
using CtVoice.Local.Tests.Harness;

namespace CtVoice.Local.Tests.CarryingOn;

/// <summary>
/// The histories that an earlier release stored are repeated by today's workflows, each under the version that it was begun by: a
/// review that is on its way when a host is updated goes on. They lie in the folders of <see cref="RecordedFolder"/>.
/// </summary>
public sealed class GoldenHistoriesTests
{
    public static TheoryData<string> Releases => [.. RecordedFolder.Releases];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Every_history_that_a_release_left_repeats(string release)
    {
        using var folder = new TempFolder();
        await ZipFile.ExtractToDirectoryAsync(RecordedFolder.PathOf(release), folder.Path);
        using var database = new SqliteDatabase(folder.Path);
        var stored = database.Read(connection => EngineStore.Query(connection, null, "", 1000)
            .Select(instance =>
                (instance.State, EngineStore.Find(connection, instance.InstanceId)!.Value.Run,
                    History: EngineStore.Turns(connection, EngineStore.Find(connection, instance.InstanceId)!.Value.Instance)))
            .ToList());

        foreach (var (_, run, turns) in stored)
            History.Verify(ReviewWorkflows.Catalog, History.Write(run, turns));

        // Of each workflow one that ended and one on its way, or there is nothing to repeat.
        foreach (var workflow in ReviewWorkflows.Catalog.Workflows)
        {
            var ofIt = stored.Where(s => s.Run.Workflow == workflow.Name).ToList();
            Assert.All([InstanceState.Running, InstanceState.Completed],
                state => Assert.Contains(ofIt, s => s.State == state && s.History.Count > 1));
        }
        var review = stored.Where(s => s.Run.Workflow == "ReviewWorkflow").MaxBy(s => s.History.Count);
        Assert.True(review.History.Count > 50);
        // What a release recorded is compared, not only read.
        var changed = review.History.Select(turn => turn.Replace("ReadReview", "LookAtReview", StringComparison.Ordinal));
        Assert.Throws<NonDeterministicWorkflowException>(() => History.Verify(ReviewWorkflows.Catalog, History.Write(review.Run, changed)));
    }
}
