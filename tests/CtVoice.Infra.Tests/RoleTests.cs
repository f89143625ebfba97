using System.Text.RegularExpressions;

namespace CtVoice.Infra.Tests;

/// <summary>Who may do what is written here a second time, so that a wider role is a decision and not a slip.</summary>
[Collection(BicepSyntaxCollection.Name)]
public sealed partial class RoleTests(BicepSyntax bicep)
{
    private const string Rbac = "infra/modules/rbac.bicep";
    private const string Assignment = "Microsoft.Authorization/roleAssignments";

    /// <summary>Azure's built-in roles by name, with their ids.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Storage Blob Data Owner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["Storage Queue Data Contributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["Storage Table Data Contributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["Key Vault Secrets User"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["Monitoring Metrics Publisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
        ["Communication and Email Service Owner"] = "09976791-48a7-449e-bb21-39d1a415f350",
    };

    [SkippableFact]
    public void The_roles_are_those_of_the_list()
    {
        var roles = bicep.Files[Rbac].Objects["roles"].ToDictionary(r => r.Key, r => r.Value.Trim('\''));
        Assert.Equal(Allowed.OrderBy(r => r.Key), roles.OrderBy(r => r.Key));
    }

    [SkippableFact]
    public void Every_role_is_given_by_name_on_one_resource()
    {
        var assignments = bicep.Files[Rbac].Resources.Where(r => r.Type.StartsWith(Assignment, StringComparison.Ordinal)).ToList();
        Assert.All(assignments, a => Assert.Contains("scope", a.Properties));
        Assert.All(assignments, a => Assert.Matches(@"roles\[(role|'[^']+')\]", a.Text));
        var named = Named().Matches(bicep.Files[Rbac].Text.Split("var storageRoles")[1]).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Superset(Allowed.Keys.ToHashSet(), named);
    }

    [SkippableFact]
    public void No_other_file_gives_a_role()
    {
        foreach (var file in bicep.Files.Values.Where(f => f.Path != Rbac))
        {
            Assert.DoesNotContain(file.Resources, r => r.Type.StartsWith(Assignment, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain("roleDefinitions", file.Text, StringComparison.OrdinalIgnoreCase);
            Assert.All(Allowed.Values, id => Assert.DoesNotContain(id, file.Text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [GeneratedRegex("'([^'\n]+)'")]
    private static partial Regex Named();
}
