import { Module } from '@nestjs/common';
import { CreateOrganization } from './create-organization.ts';
import { CreatePerson } from './create-person.ts';
import { GetOrganization } from './get-organization.ts';
import { GetPerson } from './get-person.ts';
import { ListOrganizations } from './list-organizations.ts';
import { ListPeople } from './list-people.ts';
import { PersonalNumbers } from './personal-numbers.ts';
import { SearchOrganizations } from './search-organizations.ts';
import { UpdateOrganization } from './update-organization.ts';
import { UpdatePerson } from './update-person.ts';

@Module({
  controllers: [
    ListOrganizations,
    SearchOrganizations,
    GetOrganization,
    CreateOrganization,
    UpdateOrganization,
    ListPeople,
    GetPerson,
    CreatePerson,
    UpdatePerson,
  ],
  providers: [PersonalNumbers],
  exports: [PersonalNumbers],
})
export class PeopleModule {}
