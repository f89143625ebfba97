using CtVoice.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Harness;

/// <summary>
/// Puts something between two writes of an operation, and may let the process die with the second of them. The storage of a
/// host goes through it; see <see cref="Into"/>.
/// </summary>
internal sealed class SweptBetween
{
    private Func<Task>? between;
    private int after;
    private bool dies;
    private bool inside;

    /// <summary>Writes seen while it was armed.</summary>
    internal int Writes { get; private set; }

    /// <summary>True once the process has died.</summary>
    internal bool Died { get; private set; }

    /// <summary>Leads the storage of a host through this.</summary>
    internal void Into(IServiceCollection services)
    {
        var inner = (TableSet)services.Last(s => s.ServiceType == typeof(TableSet)).ImplementationInstance!;
        services.AddSingleton(new TableSet(new Table(this, inner.Records), new Table(this, inner.Contacts)));
    }

    /// <summary>Runs an operation with <paramref name="between"/> after its write number <paramref name="after"/>, from 1.</summary>
    /// <param name="operation">What is run.</param>
    /// <param name="after">The write that <paramref name="between"/> follows.</param>
    /// <param name="dies">Nothing happens any more once the write after that is durable.</param>
    /// <param name="between">Its own writes are not counted.</param>
    internal async Task RunAsync(Func<Task> operation, int after, bool dies, Func<Task> between)
    {
        (this.between, this.after, this.dies, Writes, Died) = (between, after, dies, 0, false);
        try
        {
            await operation();
        }
        finally
        {
            this.between = null;
        }
    }

    private async Task<BatchResult> SubmitAsync(ITable inner, string partition, IReadOnlyList<TableOperation> operations,
        CancellationToken cancellationToken)
    {
        if (between is null || inside)
            return await inner.SubmitAsync(partition, operations, cancellationToken);
        if (Died)
            throw Dead();
        var result = await inner.SubmitAsync(partition, operations, cancellationToken);
        var write = ++Writes;
        if (write == after)
        {
            inside = true;
            await between();
            inside = false;
        }
        if (dies && write == after + 1)
        {
            Died = true;
            throw Dead();
        }
        return result;
    }

    private static TableFaultException Dead() => new("The power failed.", isTransient: true);

    private sealed class Table(SweptBetween swept, ITable inner) : ITable
    {
        public Task<TableRow?> GetAsync(string partition, string key, CancellationToken cancellationToken = default) =>
            inner.GetAsync(partition, key, cancellationToken);

        public Task<TablePage> QueryAsync(TableQuery query, CancellationToken cancellationToken = default) =>
            inner.QueryAsync(query, cancellationToken);

        public Task<BatchResult> SubmitAsync(string partition, IReadOnlyList<TableOperation> operations,
            CancellationToken cancellationToken = default) =>
            swept.SubmitAsync(inner, partition, operations, cancellationToken);
    }
}
