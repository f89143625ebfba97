namespace CtVoice.Web.Routing;

/// <summary>Every route of the product, composed from the features' lists. Immutable.</summary>
public sealed class RouteTable
{
    /// <summary>Composes a table; two rows that answer the same method and path, or share an operation id, are a fault of ours.</summary>
    public RouteTable(params IEnumerable<Route>[] features)
    {
        Routes = [.. features.SelectMany(f => f)];
        RefuseTwice(Routes, r => r.Docs.OperationId);
    }

    /// <summary>The rows, in the order in which they were given.</summary>
    public IReadOnlyList<Route> Routes { get; }

    private static void RefuseTwice(IEnumerable<Route> routes, Func<Route, string> by)
    {
        if (routes.GroupBy(by, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"The route table lists '{twice.Key}' twice.", nameof(routes));
    }
}
