// Our graph as the peer's types: what its queries in `cases.py` name, under the names that our API has for it.
export const typeDefs = /* GraphQL */ `
  type Researcher @node {
    id: ID!
    name: String!
    hIndex: Int!
    worksCount: Int!
    works: [Work!]! @relationship(type: "AUTHORED", direction: OUT, properties: "Authored")
    institutions: [Institution!]! @relationship(type: "AFFILIATED_WITH", direction: OUT)
    collaborators: [Researcher!]!
      @relationship(type: "COLLABORATED_WITH", direction: OUT, queryDirection: UNDIRECTED, properties: "Collaborated")
  }
  type Authored @relationshipProperties {
    position: Int!
  }
  type Collaborated @relationshipProperties {
    works: Int!
    weight: Float!
  }
  type Work @node {
    id: ID!
    title: String! @alias(property: "plainTitle")
    year: Int
    sortYear: Int!
    citationCount: Int!
    authors: [Researcher!]! @relationship(type: "AUTHORED", direction: IN, properties: "Authored")
    topics: [Topic!]! @relationship(type: "ABOUT", direction: OUT)
    references: [Work!]! @relationship(type: "CITES", direction: OUT)
    citedBy: [Work!]! @relationship(type: "CITES", direction: IN)
  }
  type Topic @node {
    id: ID!
    name: String!
    worksCount: Int!
    works: [Work!]! @relationship(type: "ABOUT", direction: IN)
  }
  type Institution @node {
    id: ID!
    name: String!
    country: String
    worksCount: Int!
    researchers: [Researcher!]! @relationship(type: "AFFILIATED_WITH", direction: IN)
  }
`;
