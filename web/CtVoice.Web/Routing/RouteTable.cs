namespace CtVoice.Web.Routing;

/// <summary>Every route of the product, composed from the features' lists. Immutable.</summary>
public sealed class RouteTable
{
    private readonly Route[] bySpecificity;

    /// <summary>Composes a table; two rows that answer the same method and path, or share an operation id, are a fault of ours.</summary>
    public RouteTable(params IEnumerable<Route>[] features)
    {
        Routes = [.. features.SelectMany(f => f)];
        RefuseTwice(Routes, r => $"{r.Method} /{r.Template.Shape}");
        RefuseTwice(Routes, r => r.Docs.OperationId);
        bySpecificity = [.. Routes.OrderBy(r => r.Template.Precedence, StringComparer.Ordinal)];
    }

    /// <summary>The rows, in the order in which they were given.</summary>
    public IReadOnlyList<Route> Routes { get; }

    /// <summary>
    /// The row that answers; else the methods that the path does answer (none: an unknown path). A literal segment wins
    /// over a value.
    /// </summary>
    public Found Find(string method, string path)
    {
        string? shape = null;
        var segments = RouteTemplate.Split(path);
        var allowed = new List<string>();
        foreach (var route in bySpecificity)
        {
            if (!route.Template.Matches(segments) || (shape is not null && shape != route.Template.Shape))
                continue;
            shape = route.Template.Shape;
            allowed.AddRange(route.Methods);
            if (route.Methods.Contains(method, StringComparer.Ordinal))
                return new Found(route, route.Methods);
        }
        return new Found(null, allowed);
    }

    private static void RefuseTwice(IEnumerable<Route> routes, Func<Route, string> by)
    {
        if (routes.GroupBy(by, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"The route table lists '{twice.Key}' twice.", nameof(routes));
    }

    /// <summary>What the table knows of a method and path.</summary>
    /// <param name="Route">The row, or null.</param>
    /// <param name="Allowed">Methods of that path.</param>
    public readonly record struct Found(Route? Route, IReadOnlyList<string> Allowed);
}
