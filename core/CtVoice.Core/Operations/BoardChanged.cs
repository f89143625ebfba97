using CtVoice.Core.Engine;
using CtVoice.Core.Lists;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Todo;

namespace CtVoice.Core.Operations;

/// <summary>The board changed: reviews that were short of members look again. One that a crash skips looks again within a day.</summary>
public sealed class BoardChanged(TableSet tables, IWorkflowClient workflows)
{
    /// <summary>Wakes every review that waits for members.</summary>
    public async Task WakeAsync(CancellationToken cancellationToken = default)
    {
        var rows = await tables.Records.AllAsync(new(ReviewLists.Todo), cancellationToken);
        foreach (var id in rows.Where(r => r.Text("what") == TodoKinds.TooFewMembers).Select(r => r.Text("id")!))
            await workflows.WakeAsync(WorkflowIds.OfReview(id), cancellationToken);
    }
}
