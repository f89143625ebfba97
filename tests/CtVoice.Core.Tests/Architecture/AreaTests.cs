using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace CtVoice.Core.Tests.Architecture;

/// <summary>
/// The areas of core stand in an order, and each uses only those before it: so there is no circle, and whoever changes one reads no other
/// that comes later. Read from the compiled code, method bodies included; a constant of another area leaves no trace there.
/// </summary>
public sealed class AreaTests
{
    /// <summary>What <c>docs/architecture.md</c> says of each. The last one puts all together.</summary>
    internal static readonly string[] Order =
    [
        "Json", "Files", "Storage", "Calendar", "Ledger", "Engine", "Representation", "Board", "Projects", "Reviews", "Accountability",
        "Commands",
        "Honoraria", "Todo", "Lists",
        "Conversations", "Notices", "Letters", "Subscriptions", "RealPeople", "Operations", "Workflows", Composition,
    ];

    private const string Composition = "composition";

    private const string Root = "CtVoice.Core";

    private static readonly Lazy<IReadOnlyList<Use>> Uses = new(() =>
    [
        .. new ArchLoader().LoadAssemblies(typeof(CtVoiceServices).Assembly).Build().Types
            .Where(type => AreaOf(type) is not null)
            .SelectMany(type => type.Dependencies.Where(d => d.Target is not GenericParameter && AreaOf(d.Target) is not null)
                .Select(d => new Use(AreaOf(type)!, AreaOf(d.Target)!, $"{type.Name} uses {d.Target.Name}")))
            .Distinct(),
    ]);

    [Fact]
    public void Every_area_has_its_place_in_the_order()
    {
        Assert.Empty(Uses.Value.SelectMany(use => new[] { use.From, use.To }).Distinct().Except(Order));
        Assert.Empty(Order.Except(Uses.Value.Select(use => use.From)).Except(["Files", "Calendar", "Storage", "Engine", "Ledger"]));
    }

    [Fact]
    public void Each_area_uses_only_those_before_it() => Assert.Empty(Against(Order, Uses.Value));

    [Fact]
    public void What_methods_do_counts_as_use_and_not_only_their_signatures()
    {
        // In the body of an asynchronous method, and in a lambda.
        Assert.Contains(Uses.Value, use => use.Where == "BoardChanged uses WorkflowIds");
        Assert.Contains(Uses.Value, use => use.Where == "CtVoiceServices uses WorkflowEffects");
        Assert.True(Uses.Value.Count > 1_000, "The scan found too little to mean anything.");
    }

    [Fact]
    public void A_circle_is_found_whichever_way_the_areas_stand()
    {
        Use[] circle = [new("a", "b", "A uses B"), new("b", "a", "B uses A"), new("b", "b", "B uses B2")];

        Assert.Equal(["a -> b: A uses B"], Against(["a", "b"], circle));
        Assert.Equal(["b -> a: B uses A"], Against(["b", "a"], circle));
        Assert.Empty(Against(["b", "a"], circle[..1]));
    }

    private static List<string> Against(string[] order, IEnumerable<Use> uses) =>
        [.. uses.Where(use => Array.IndexOf(order, use.From) < Array.IndexOf(order, use.To))
            .Select(use => $"{use.From} -> {use.To}: {use.Where}").Order(StringComparer.Ordinal)];

    private static string? AreaOf(IType type) => type.Namespace?.FullName switch
    {
        Root => Composition,
        { } name when name.StartsWith(Root + ".", StringComparison.Ordinal) => name[(Root.Length + 1)..].Split('.')[0],
        _ => null,
    };

    private sealed record Use(string From, string To, string Where);
}
