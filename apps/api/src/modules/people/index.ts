export { insertOrganization, type NewOrganization } from './insert-organization.ts';
export { insertPerson, type NewPerson } from './insert-person.ts';
export { PeopleModule } from './people.module.ts';
export { maskedNumber, PersonalNumbers, type SealedNumber } from './personal-numbers.ts';
export { personInitials, textInitials } from './pinyin.ts';
export { organizationInScope, personInScope, type ScopedOrganization, type ScopedPerson } from './scope.ts';
export { BY_NAME, like } from './sorting.ts';
